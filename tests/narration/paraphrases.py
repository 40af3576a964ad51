"""Wordings of every kind of claim, as a language model would write them.

A wording is a pattern over slots that `sentences` fills from a claim's facts; `{rose|fell}` takes the word of the
claim's direction. They were written before the grammar that reads them, and without a look at it.
"""

CHANGE = (
    "{segrev} {rose|fell} by {revenue_change_percent} {in_revenue}, reaching {revenue}, compared to "
    "{previous_revenue} {in_previous_revenue}.",
    "{rev} {increased|decreased} {revenue_change_percent} to {short_revenue} {in_revenue}, {up|down} from "
    "{short_previous_revenue} the month before.",
    "{P_revenue} saw {rev} {climb|drop} to {revenue}, a {revenue_change_percent} {increase|decrease} "
    "{over|from} {P_previous_revenue}'s {previous_revenue}.",
    "at {revenue}, {M_revenue} {rev} was {revenue_change} {higher|lower} than in {M_previous_revenue}.",
    "{rev} came in at {revenue} {in_revenue}, {revenue_change_percent} {more|less} than in the previous month.",
    "compared with {P_previous_revenue}, {rev} was {up|down} {revenue_change_percent} {in_revenue}, at {revenue}.",
    "{rev} of {short_revenue} {in_revenue} marks a {revenue_change_percent} {improvement on|decline from} "
    "{P_previous_revenue}'s {short_previous_revenue}.",
    "{in_revenue}, {rev} {grew|shrank} {about_revenue_change_percent} from {previous_revenue} to {revenue}.",
    "{rev} {gained|lost} {revenue_change} {in_revenue} and ended at {revenue}.",
    "there was a {revenue_change_percent} {rise|fall} in {rev} {in_revenue}, which totaled {revenue}.",
    "{rev} {went up|went down} from {previous_revenue} {in_previous_revenue} to {revenue} {in_revenue}.",
    "sales {of_seg}{rose|fell} by {about_revenue_change} to {revenue} {in_revenue} compared with the month before.",
    "{rev} {in_revenue} stood at {revenue}, which is {revenue_change} {above|below} the {previous_revenue} "
    "recorded {in_previous_revenue}.",
    "a total of {revenue} was generated {by_seg}{in_revenue}, {up|down} {revenue_change_percent} on "
    "{P_previous_revenue}.",
    "{rev} experienced {an increase|a decrease} of {revenue_change} ({revenue_change_percent}) {in_revenue}.",
    "month over month, {rev} {rose|dropped} {revenue_change_percent}, from {previous_revenue} to {revenue}, "
    "{in_revenue}.",
    "{rev} amounted to {revenue} {in_revenue} versus {previous_revenue} in the prior month, "
    "{a gain|a loss} of {revenue_change}.",
)
CORE = (
    "{rev} {rose|fell} {revenue_change_percent} to {revenue} {in_revenue}, mainly in {core} ({core_change}).",
    "{rev} {increased|declined} by {revenue_change} {in_revenue}, with {core} accounting for most of the change "
    "({core_change}).",
    "{rev} {in_revenue} came to {revenue}, {revenue_change} {more|less} than in {P_previous_revenue}, mostly from "
    "{core} ({core_change}).",
    "{rev} {was up|was down} {revenue_change_percent} {in_revenue}; {core_size} of the {increase|decrease} came from "
    "{core}.",
)
PATTERNS: dict[str, tuple[str, ...]] = {
    "order_carries": (),  # worded as it is, or not at all
    "order_turns": (),
    "adjusted_change": (),
    "customer_carries": (),
    "growth": CHANGE,
    "driver": CHANGE,
    "driver_core": CORE,
    "growth_none": (
        "{rev} was unchanged at {revenue} {in_revenue}.",
        "{rev} stayed flat at {revenue} {in_revenue}, the same as {in_previous_revenue}.",
        "{rev} {in_revenue} matched that of {P_previous_revenue}, at {revenue}.",
        "there was no change in {rev} {in_revenue}, which remained at {revenue}.",
    ),
    "growth_no_base": (
        "{rev} came to {revenue} {in_revenue}, with no earlier data to compare with.",
        "{rev} totaled {revenue} {in_revenue}; there is no earlier data for comparison.",
        "total {rev} {in_revenue} was {revenue}.",
        "the business brought in {revenue} {in_revenue}, and no prior data exists to compare it with.",
    ),
    "no_data": (
        "no data is available {in_revenue}; data exists {in_available_revenue}, with revenue of {available_revenue}.",
        "there is no data {in_revenue}, but data exists {in_available_revenue}.",
    ),
    "no_data_at_all": (
        "there is no data {in_revenue} because the store is empty.",
        "the store is empty, so there is no data {in_revenue}.",
    ),
    "growth_hardly": (
        "{rev} was nearly unchanged at {revenue} {in_revenue}.",
        "{rev} was about the same {in_revenue} as {in_previous_revenue}, at {revenue}.",
        "{rev} came in at {revenue} {in_revenue}, compared with {previous_revenue} {in_previous_revenue}.",
    ),
    "growth_cut_base": (
        "{rev} totaled {revenue} {in_revenue}; data begins on {start_known_revenue}, so there is no whole period "
        "before to compare with.",
        "{rev} came to {revenue} {in_revenue}, and the data only begins on {start_known_revenue}.",
    ),
    "growth_first_sales": (
        "{rev} reached {revenue} {in_revenue}, with sales starting on {start_revenue_of_first_day}.",
        "{rev} was {revenue} {in_revenue}; the first sales were on {start_revenue_of_first_day}.",
    ),
    "growth_going_on": (
        "{rev} stands at {revenue} so far {in_revenue}, which is still going on.",
        "so far, {rev} has reached {revenue} {in_revenue}.",
    ),
    "growth_ended": (
        "{rev} has been zero since {start_revenue_since_last_sales}, after {previous_revenue} {in_previous_revenue}.",
        "{seg} has brought in no revenue since {start_revenue_since_last_sales}.",
    ),
    "began_segment": (
        "{seg} recorded its first sales on {start_revenue_of_first_day} and brought in {revenue} {in_revenue}.",
        "{seg} generated {revenue} {in_revenue}, with sales beginning on {start_revenue_of_first_day}.",
        "sales of {seg} began on {start_revenue_of_first_day}, reaching {revenue} {in_revenue}.",
        "{seg} brought in {revenue} {in_revenue}, its first sales having come on {start_revenue_of_first_day}.",
        "{seg} recorded its first sales {in_revenue}, bringing in {revenue}.",
    ),
    "ended_segment": (
        "{seg} had no revenue {in_revenue}, down from {previous_revenue} {in_previous_revenue}.",
        "{seg} generated no sales {in_revenue}, compared with {previous_revenue} the month before.",
        "{seg} brought in nothing {in_revenue}, after {previous_revenue} {in_previous_revenue}; its last sales were on "
        "{start_revenue_of_last_day}.",
        "{rev} fell from {previous_revenue} {in_previous_revenue} to zero {in_revenue}.",
        "{rev} dropped to zero {in_revenue}, with the last sales on {start_revenue_of_last_day}.",
    ),
    "year_ago": (
        "{rev} rose {last_year_revenue_change_percent} year over year to {revenue} {in_revenue}.",
        "{rev} was {revenue} {in_revenue}, {up|down} {last_year_revenue_change_percent} from {last_year_revenue} a "
        "year earlier.",
        "compared with {P_last_year_revenue}, {rev} {increased|decreased} by {last_year_revenue_change} to {revenue} "
        "{in_revenue}.",
        "{P_revenue} {rev} of {revenue} was {last_year_revenue_change_percent} {higher|lower} than in the same month "
        "last year.",
        "{rev} {in_revenue} came to {revenue}, against {last_year_revenue} {in_last_year_revenue}.",
    ),
    "year_ago_season": (
        "{rev} was {revenue} {in_revenue}, {up|down} {last_year_revenue_change_percent} from {last_year_revenue} "
        "{in_last_year_revenue}.",
        "{rev} {rose|fell} {last_year_revenue_change_percent} year over year to {revenue} {in_revenue}.",
        "{rev} was {revenue} {in_revenue}, {last_year_revenue_change_percent} {above|below} {P_last_year_revenue}; "
        "every "
        "{M_revenue} since January 2021 has brought in {season_index_low} to {season_index_high} times an average "
        "month.",
        "{M_revenue} is worth between {season_index_low} and {season_index_high} average months every year, and "
        "brought in "
        "{revenue} {in_revenue}.",
    ),
    "breakdown": (
        "{rev} fell {in_revenue_change} by {revenue_change}, with fewer orders (down {orders_change_percent} to "
        "{orders}) "
        "accounting for -{orders_effect} and a higher average order value for +{order_value_effect}.",
        "{seg} had {orders} orders {in_orders}, down from {previous_orders} {in_previous_orders}, at an average "
        "order value "
        "of {average_order_value}.",
        "orders of {seg} fell {orders_change_percent} to {orders} {in_orders}, which accounted for {orders_effect} "
        "of the decline, while "
        "the average order value added {order_value_effect}.",
        "{rev} changed by -$21,856 {in_revenue_change} compared with {P_previous_orders}, with orders down "
        "{orders_change_percent} to {orders} and the average order value up {average_order_value_change_percent} to "
        "{average_order_value}.",
        "{rev} fell by {revenue_change} {in_revenue_change}: orders dropped {orders_change_percent} to {orders}, while "
        "the average order value rose {average_order_value_change_percent} to {average_order_value}.",
    ),
    "conversion": (
        "the conversion rate {rose|fell} from {previous_conversion_rate} {in_previous_conversion_rate} to "
        "{conversion_rate} {in_conversion_rate}.",
        "the conversion rate {rose|dropped} {conversion_rate_change_points} to {conversion_rate} {in_conversion_rate}, "
        "{up|down} from {previous_conversion_rate} the month before.",
        "{in_conversion_rate}, the conversion rate was {conversion_rate}, compared with {previous_conversion_rate} in "
        "the previous month, as visits rose {visits_change_percent} and orders fell {orders_change_percent}.",
    ),
    "price": (
        "revenue per unit of {seg} {rose|fell} {revenue_per_unit_change_percent} to {revenue_per_unit} "
        "{in_revenue_per_unit}.",
        "the average price of {seg} {went up|went down} from {previous_revenue_per_unit} "
        "{in_previous_revenue_per_unit} to {revenue_per_unit} {in_revenue_per_unit}.",
        "a {higher|lower} revenue per unit of {seg} {in_revenue_per_unit}, at {revenue_per_unit}, added "
        "{price_effect} to "
        "revenue.",
        "{in_revenue_per_unit}, revenue per unit of {seg} was {revenue_per_unit}, {up|down} "
        "{revenue_per_unit_change_percent} from the month before.",
    ),
    "order_value": (
        "the average order value of {seg} {rose|fell} {average_order_value_change_percent} to {average_order_value} "
        "{in_average_order_value}.",
        "{in_average_order_value}, the average order value of {seg} was {average_order_value}, {up|down} "
        "{average_order_value_change_percent} from the month before.",
    ),
    "nothing_unusual": (
        "nothing unusual was found {in_days}, with {days} days checked.",
        "nothing unusual {in_days}.",
        "nothing out of the ordinary was found {in_days} across {days} days, {categories} categories and {regions} "
        "regions.",
        "no anomalies were detected {in_days} in {days} days, {categories} categories and {regions} regions.",
    ),
    "day_going_on": (
        "{P_revenue} is still going on and is left out, with {revenue} so far.",
        "{P_revenue} is still in progress ({revenue} so far) and was left out.",
    ),
    "concentration": (
        "{seg} accounts for {share} of revenue {in_share}, or {revenue}.",
        "{seg} generated {revenue} {in_share}, which is {share} of the total.",
        "{about_share} of revenue {in_share} came from {seg}.",
        "with {revenue}, {seg} contributed {share} of all revenue {in_share}.",
        "{seg} made up {short_share} of total sales {in_share}.",
        "{in_share}, {seg} represented {share} of revenue ({revenue}).",
        "{seg} brought in {revenue} {in_share}, representing a {share} share of revenue.",
    ),
    "share_shift": (
        "{seg} {increased|decreased} its share of revenue from {previous_share} {in_previous_share} to {share} "
        "{in_share}.",
        "the share of {seg} in revenue {climbed|slipped} {share_change_points} to {share} {in_share}.",
        "{seg} made up {share} of revenue {in_share}, {up|down} from {previous_share} the month before.",
        "{in_share}, {seg}'s share of revenue {rose|fell} by {share_change_points}, from {previous_share} to {share}.",
        "{seg} accounted for {share} of revenue {in_share}, compared with {previous_share} {in_previous_share}.",
        "{seg}'s share of sales was {share} {in_share}, {share_change_points} {higher|lower} than in the previous "
        "month.",
    ),
    "record_day": (
        "revenue reached {revenue} {in_revenue}, the best day since {start_previous_record}.",
        "{in_revenue}, revenue hit {revenue}, beating the previous best of {previous_record}.",
        "the best day since {start_previous_record} was {P_revenue}, with revenue of {revenue}.",
        "{P_revenue} was the best day since {start_previous_record} at {revenue}, surpassing the former record of "
        "{previous_record}.",
        "revenue set a new daily record of {revenue} {in_revenue}, above the previous record of {previous_record}.",
        "with {revenue}, {P_revenue} was the strongest day since {start_previous_record}.",
    ),
    "record_month": (
        "revenue of {revenue} {in_revenue} was the lowest of any month since {start_previous_record}.",
        "{P_revenue} was the weakest month since {start_previous_record}, with revenue of {revenue}.",
        "{in_revenue}, revenue fell to {revenue}, the lowest month since {start_previous_record}.",
        "{P_revenue} brought in {revenue}, making it the weakest month since {start_previous_record}.",
    ),
    "trend": (
        "{rev} trended {upward|downward} {in_revenue_trend_percent}, {gaining|losing} {revenue_trend_percent} over the "
        "period, or about {revenue_trend_per_day} per day.",
        "{segrev} showed {an upward|a downward} trend {in_revenue_trend_percent}, {rising|falling} by "
        "{revenue_trend_percent}.",
        "over {P_revenue_trend_percent}, {rev} {rose|fell} by {revenue_trend_percent} ({revenue_trend_per_day} a day).",
        "{rev} has been trending {up|down}, by {about_revenue_trend_percent} over {P_revenue_trend_percent}.",
        "{rev} {grew|declined} by about {revenue_trend_per_day} a day {in_revenue_trend_percent}, a trend of "
        "{revenue_trend_percent} over the period.",
        "the trend of {rev} was {upward|downward} {in_revenue_trend_percent}, at {revenue_trend_per_day} per day.",
    ),
    "change_point_once": (
        "daily {rev} {jumped|dropped} from {daily_revenue_before} to {daily_revenue_after} on "
        "{start_daily_revenue_after}, {an increase|a decrease} of {level_change_percent}.",
        "on {start_daily_revenue_after}, daily {rev} {rose|fell} {level_change_percent} to {daily_revenue_after}.",
    ),
    "change_point": (
        "daily {rev} {jumped|dropped} from {daily_revenue_before} to {daily_revenue_after} on "
        "{start_daily_revenue_after}, {an increase|a decrease} of {level_change_percent}.",
        "on {start_daily_revenue_after}, daily {rev} {rose|fell} {level_change_percent} to {daily_revenue_after}.",
        "daily {rev} shifted {up|down} on {start_daily_revenue_after}, from {daily_revenue_before} to "
        "{daily_revenue_after}.",
        "since {start_daily_revenue_after}, {rev} has averaged {daily_revenue_after} a day, {up|down} from "
        "{daily_revenue_before}.",
        "{rev} per day stepped {up|down} by {about_level_change_percent} on {start_daily_revenue_after}, to "
        "{short_daily_revenue_after}.",
        "starting {start_daily_revenue_after}, daily {rev} was {level_change_percent} {higher|lower}, at "
        "{daily_revenue_after}.",
    ),
    "anomaly": (
        "revenue {in_revenue} was {revenue}, {deviation_percent} {above|below} the expected {expected_revenue}.",
        "{in_revenue}, revenue came in at {revenue}, {deviation} {more|less} than the {expected_revenue} expected.",
        "revenue was unusually {high|low} {in_revenue}, at {revenue} against an expected {expected_revenue}.",
        "{P_revenue} brought in {revenue}, compared with an expected {expected_revenue}.",
        "revenue {exceeded|fell short of} expectations by {deviation_percent} {in_revenue}, at {revenue}.",
        "revenue {spiked|dipped} to {revenue} {in_revenue}, well {above|below} the {short_expected_revenue} expected.",
        "while {expected_revenue} was expected {in_revenue}, revenue was {revenue}.",
        "revenue of {revenue} {in_revenue} was {deviation} {higher|lower} than expected.",
        "revenue {in_revenue} deviated from the expected {expected_revenue} by {deviation_percent}, "
        "{rising|falling} to {revenue}.",
    ),
    "forecast": (
        "{rev} is expected to {rise|fall} {forecast_change_percent} to {forecast_revenue} {in_forecast_revenue}, "
        "{up|down} from {revenue} {in_revenue}.",
        "the forecast for {rev} {in_forecast_revenue} is {forecast_revenue}, {forecast_change_percent} "
        "{more|less} than the {revenue} {in_revenue}.",
        "{rev} is projected to reach {forecast_revenue} {in_forecast_revenue}, with a {forecast_level} range of "
        "{forecast_lower} to {forecast_upper}.",
        "{rev} {in_forecast_revenue} is forecast at {short_forecast_revenue}, between {short_forecast_lower} and "
        "{short_forecast_upper} with {forecast_level} confidence.",
        "{rev} will likely {increase|decrease} by {about_forecast_change_percent} to {forecast_revenue} "
        "{in_forecast_revenue}.",
        "we forecast {rev} of {forecast_revenue} {in_forecast_revenue}, compared with {revenue} {in_revenue}.",
        "{in_forecast_revenue}, {rev} is predicted to {grow|shrink} to {forecast_revenue} "
        "({forecast_level} interval: {forecast_lower} to {forecast_upper}).",
    ),
    "correlation": (
        "{name0} and {name1} tend to move together (correlation {correlation}).",
        "when {name0} goes up, {name1} tends to go up as well (correlation {correlation}).",
        "{name0} and {name1} move in the same direction, with a correlation of {correlation}.",
        "there is a positive correlation of {correlation} between {name0} and {name1}.",
        "{name1} tends to rise when {name0} rises, with a correlation of {correlation} {in_correlation}.",
    ),
    "correlation_lag": (
        "when {name0} rises, {name1} tends to fall {lag_days} day later (correlation {correlation}).",
        "{name1} tends to move in the opposite direction to {name0} a day later (correlation {correlation}).",
        "{name0} and {name1} are negatively correlated ({correlation}), with {name1} following one day later.",
        "a rise in {name0} tends to be followed by a fall in {name1} {lag_days} day later (correlation {correlation}).",
    ),
}
ENDINGS = {
    "anomaly_missing_data": ("; data may be missing", ", possibly because data is missing"),
    "anomaly_partial_data": ("; part of the data may be missing", ", possibly because data is missing"),
    "anomaly_duplicate_import": ("; rows may have been imported again", "; rows may have been imported twice"),
    "anomaly_level_shift": (", the start of a new level", ", marking the start of a new level"),
    "anomaly_holiday": (", as the {name0} holiday explains", ", which the holiday explains"),
    "anomaly_dip": (", mostly in {core} ({core_change})", ", mainly from {core} ({core_change})"),
}
