"""The rules, one module per family; processes put them in the slots of their steps and phases.

The letters of a code are short for the Dutch name of its family:

| letters | module |
|---|---|
| AGR | agreements, agreements_in_force |
| AMB | ambition |
| COM | communication |
| DRA | support |
| EFA | effects_arena |
| EVA | evaluation |
| FIN | funding |
| ISC | sectors |
| KEN | acquaintance |
| NET | network |
| PAR | partners, partner_search, membership |
| POL | policy |
| PPS | partnership |
| REG | direction |
| ROL | roles |
| STO | interruption |
| VIG | certificate |
| WEL | wellbeing, wellbeing_expertise, wellbeing_in_school, wellbeing_talks |
"""
