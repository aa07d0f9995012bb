# The same visits fitted by R: survreg, survfit, msm, multinom, and likelihoods written out anew.
#   Rscript values.R visits.csv whole.csv > values.csv
# Needs the packages survival, msm and nnet. Times in years of 365.25 days; a day is an interval.
suppressPackageStartupMessages({library(survival); library(msm); library(nnet)})

visits <- read.csv(commandArgs(trailingOnly = TRUE)[1], na.strings = "")
year <- 365.25
half <- 0.5 / year
visits$time <- (visits$left - visits$entered + visits$spent) / year
visits$since <- visits$spent / year
visits$ended <- !is.na(visits$trigger)
visits$low <- ifelse(visits$ended, pmax(visits$time - half, visits$since), visits$time)
visits$high <- ifelse(visits$ended, visits$time + half, Inf)

tell <- function(name, values) for (n in names(values))
  cat(sprintf("%s,%s,%.12g\n", name, n, values[[n]]))
cat("what,name,value\n")

# --- survreg: intervals and censoring; the visits that were seen from their beginning -------------------
whole <- subset(visits, phase_from == "management" & spent == 0)
between <- with(whole, Surv(ifelse(low > 0, low, NA), ifelse(is.finite(high), high, NA), type = "interval2"))
for (family in c("exponential", "weibull", "lognormal")) {
  fitted <- survreg(between ~ 1, data = whole, dist = family,
                    control = survreg.control(rel.tolerance = 1e-12, maxiter = 100))
  tell(family, c(loglik = fitted$loglik[2], intercept = unname(coef(fitted)), scale = fitted$scale,
                 se_intercept = sqrt(vcov(fitted)[1, 1]),
                 se_log_scale = if (family == "exponential") 0 else sqrt(vcov(fitted)[2, 2])))
  fitted <- survreg(between ~ trust, data = whole, dist = family,
                    control = survreg.control(rel.tolerance = 1e-12, maxiter = 100))
  tell(paste0(family, "_trust"), c(loglik = fitted$loglik[2], trust = unname(coef(fitted)["trust"]),
                                   se = sqrt(vcov(fitted)["trust", "trust"])))
}

# --- likelihoods written out: gamma, and truncation on the left ------------------------------------------
all <- subset(visits, phase_from == "management")
distribution <- list(
  gamma = function(q, p) pgamma(q, exp(-2 * p[2]), scale = exp(p[1] + 2 * p[2]), lower.tail = FALSE),
  weibull = function(q, p) pweibull(q, exp(p[2]), exp(p[1]) / gamma(1 + exp(-p[2])), lower.tail = FALSE),
  lognormal = function(q, p) plnorm(q, p[1] - log1p(exp(2 * p[2])) / 2, sqrt(log1p(exp(2 * p[2]))),
                                    lower.tail = FALSE))
highest <- function(data, ended, survival, ratio = FALSE) {
  against <- function(p) {
    s <- if (ratio) function(q) survival(q, p)^exp(p[3] * data$trust) else function(q) survival(q, p)
    low <- ifelse(ended, data$low, data$time)
    high <- ifelse(ended, data$high, Inf)
    -sum(log(s(low) - ifelse(is.finite(high), s(pmin(high, 1e6)), 0)) - log(s(data$since)))
  }
  found <- optim(c(0, 0, if (ratio) 0), against, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000))
  found <- optim(found$par, against, method = "BFGS", control = list(reltol = 1e-15, ndeps = rep(1e-5, length(found$par))))
  errors <- sqrt(diag(solve(optimHess(found$par, against, control = list(ndeps = rep(1e-4, length(found$par)))))))
  c(loglik = -found$value, first = found$par[1], second = found$par[2],
    se_first = errors[1], se_second = errors[2],
    if (ratio) c(hazard = found$par[3], se_hazard = errors[3]))
}
for (family in names(distribution))
  tell(paste0("truncated_", family), highest(all, all$ended, distribution[[family]]))
for (step in c("open_evaluation", "suspend"))
  tell(paste0("clock_", step), highest(all, all$ended & all$trigger %in% step, distribution$weibull))
tell("hazard_weibull", highest(all, all$ended, distribution$weibull, ratio = TRUE))

# --- survfit: Kaplan-Meier with truncation, Aalen-Johansen -----------------------------------------------
curve <- survfit(Surv(since, time, ended) ~ 1, data = subset(all, time > since), conf.type = "log-log")
at <- c(0.3, 0.8, 1.2, 2)
table <- summary(curve, times = at)
for (i in seq_along(at)) tell(paste0("kaplan_meier_", at[i]),
  c(share = table$surv[i], low = table$lower[i], high = table$upper[i]))
whole$step <- factor(ifelse(whole$ended, whole$trigger, "censored"),
                     levels = c("censored", "open_evaluation", "suspend", "end_in_emergency", "lose_a_side"))
curve <- survfit(Surv(time, step) ~ 1, data = whole)
table <- summary(curve, times = at)
for (i in seq_along(at)) for (step in c("open_evaluation", "suspend")) {
  column <- match(step, curve$states)
  tell(paste0("aalen_johansen_", step, "_", at[i]),
       c(share = table$pstate[i, column], se = table$std.err[i, column]))
}

# --- survfit: where cases are over time -------------------------------------------------------------------
cases <- read.csv(commandArgs(trailingOnly = TRUE)[2], na.strings = "")
states <- unique(c(cases$phase_from, na.omit(cases$phase_to)))
cases$event <- factor(ifelse(is.na(cases$phase_to), "censored", cases$phase_to), levels = c("censored", states))
curve <- survfit(Surv(entered, left, event) ~ 1, id = case, istate = phase_from, data = cases)
at <- c(0.5, 1.5, 3, 4.2)
table <- summary(curve, times = at)
for (i in seq_along(at)) for (phase in c("management", "evaluation", "negotiation", "not_formed")) {
  column <- match(phase, curve$states)
  tell(paste0("occupancy_", phase, "_", at[i]),
       c(share = table$pstate[i, column], se = table$std.err[i, column]))
}

# --- msm: competing steps with constant rates, times exact ------------------------------------------------
known <- subset(all, spent == 0)
states <- c("open_evaluation", "suspend", "end_in_emergency", "lose_a_side")
rows <- do.call(rbind, lapply(seq_len(nrow(known)), function(i) {
  to <- match(known$trigger[i], states)
  data.frame(subject = i, time = c(0, known$time[i]), state = c(1, if (is.na(to)) 1 else to + 1))
}))
q <- rbind(c(0, rep(0.1, 4)), matrix(0, 4, 5))
fitted <- msm(state ~ time, subject = subject, data = rows, qmatrix = q, obstype = 2, gen.inits = TRUE,
              control = list(reltol = 1e-14))
rates <- qmatrix.msm(fitted)
for (j in seq_along(states)) tell(paste0("msm_", states[j]),
  c(rate = rates$estimates[1, j + 1],
    se_log = log(rates$U[1, j + 1] / rates$L[1, j + 1]) / (2 * qnorm(0.975))))

# --- multinom and glm: chances and odds -------------------------------------------------------------------
left <- subset(visits, phase_from == "suspended" & ended)
fitted <- glm(I(trigger == "resume") ~ trust, family = binomial, data = left,
              control = glm.control(epsilon = 1e-14))
tell("odds_suspended", c(intercept = unname(coef(fitted)[1]), trust = unname(coef(fitted)[2]),
                         se = sqrt(vcov(fitted)[2, 2])))
left <- subset(visits, phase_from == "evaluation" & ended)
fitted <- multinom(relevel(factor(trigger), "continue") ~ 1, data = left, trace = FALSE, reltol = 1e-15)
tell("odds_evaluation", setNames(coef(fitted)[, 1], rownames(coef(fitted))))
tell("odds_evaluation_se", setNames(sqrt(diag(vcov(fitted))), rownames(coef(fitted))))
cat(sprintf("version,%s,0\n", sub("R version ([0-9.]+).*", "R-\\1", R.version.string)))
for (p in c("survival", "msm", "nnet")) cat(sprintf("version,%s-%s,0\n", p, packageVersion(p)))
