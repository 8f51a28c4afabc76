namespace CreatorCRM.TestSupport;

/// <summary>The statements that fill the tables. A multiplicative hash of a number stands for chance.</summary>
internal sealed class CrowdSql(bool sqlite, int influencers)
{
    public IEnumerable<string> Statements =>
    [
        $"""
        INSERT INTO influencers (workspace, id, version, display_name, sort_name, search_text, tier, followers, engagement_rate, engagement_formula, country, owner,
            is_customer, is_minor, do_not_contact, languages, contact_points, created_at, updated_at, last_contact_at, replies, reply_seconds, partnerships, contracted_partnerships)
        {Numbers(influencers)}, p AS (SELECT i, {Chance(1)} AS a, {Chance(2)} AS b, {Chance(3)} AS c, {Chance(4)} AS d FROM n),
            f AS (SELECT p.*, {Whole("50 * pow(10, 5 * a * a * a * a)")} AS followers FROM p)
        SELECT 'w', {Id("i")}, 1, 'Person ' || i, 'person ' || i, '',
            CASE WHEN followers < 10000 THEN 'NANO' WHEN followers < 50000 THEN 'MICRO' WHEN followers < 500000 THEN 'MID' WHEN followers < 1000000 THEN 'MACRO' ELSE 'MEGA' END,
            followers, {Rate("0.002 + 0.12 * b * b * b")}, 'LIKES_AND_COMMENTS_PER_FOLLOWERS',
            CASE WHEN c < 0.6 THEN 'DE' WHEN c < 0.75 THEN 'AT' WHEN c < 0.85 THEN 'CH' WHEN c < 0.95 THEN 'US' WHEN c < 0.999 THEN NULL ELSE 'NZ' END,
            CASE WHEN d < 0.7 THEN NULL ELSE 'Manager ' || {Whole("30 * d * d")} END,
            {Truth("b < 0.2")}, {Truth("b > 0.99")}, {Truth("c > 0.98")}, '[]', '[]', {Ago("(400000 - i) * 240.0")}, {Ago("d * 30000000.0")},
            CASE WHEN a < 0.3 THEN {Ago("c * d * 31536000.0")} END, CASE WHEN a < 0.3 THEN 3 ELSE 0 END, CASE WHEN a < 0.3 THEN {Whole("b * 900000")} ELSE 0 END,
            CASE WHEN a < 0.3 THEN 1 ELSE 0 END, CASE WHEN a < 0.1 THEN 1 ELSE 0 END
        FROM f
        """,
        $"""
        INSERT INTO influencer_niches (workspace, influencer_id, name, ordinal)
        {Numbers(influencers)} SELECT 'w', {Id("i")}, 'niche ' || {Whole($"200 * {Chance(5)} * {Chance(6)} * {Chance(7)}")}, 0 FROM n
        """,
        $"""
        INSERT INTO influencer_tags (workspace, influencer_id, name, ordinal)
        {Numbers(influencers)} SELECT 'w', {Id("i")}, 'tag ' || {Whole($"100 * {Chance(8)} * {Chance(9)}")}, 0 FROM n WHERE {Chance(10)} < 0.4
        """,
        // Two that nearly as many have, on either side of what counts as few.
        """
        INSERT INTO influencer_tags (workspace, influencer_id, name, ordinal)
        SELECT workspace, id, 'a thousand', 1 FROM influencers WHERE CAST(id AS bigint) % 200 = 0
        UNION ALL SELECT workspace, id, 'a thousand and one', 2 FROM influencers WHERE CAST(id AS bigint) % 200 = 0 OR id = '1000001'
        """,
        $"""
        INSERT INTO accounts (workspace, id, influencer_id, number, platform, handle, handle_key)
        {Numbers(influencers)} SELECT 'w', {Id("i")} || '.1', {Id("i")}, '1',
            CASE WHEN {Chance(11)} < 0.7 THEN 'INSTAGRAM' WHEN {Chance(11)} < 0.99 THEN 'TIKTOK' ELSE 'TWITCH' END, 'person' || i, 'person' || i FROM n
        """,
        $"""
        INSERT INTO partnerships (workspace, id, version, influencer_id, campaign_id, owner, stage, stage_since, stage_is_manual, first_contact_at, last_reply_at, contracted_at, last_contact_at, contract_status, contract_ends_on,
            last_outreach_at, next_follow_up_at, declined_by, decline_reason, committed_minor, earned_minor, paid_minor, cost_currency, created_at, updated_at)
        {Numbers(influencers)}, p AS (SELECT i, {Chance(1)} AS a, {Chance(12)} AS e, {Chance(13)} AS f, {Chance(14)} AS g FROM n)
        SELECT 'w', 'p' || {Id("i")}, 1, {Id("i")}, 'campaign ' || {Whole("300 * e * e * e")}, 'Manager ' || {Whole("30 * f * f")},
            CASE WHEN a < 0.1 THEN CASE WHEN g < 0.8 THEN 'COMPLETED' WHEN g < 0.95 THEN 'CONTRACTED' ELSE 'IN_PRODUCTION' END
                ELSE CASE WHEN g < 0.4 THEN 'DECLINED' WHEN g < 0.7 THEN 'UNRESPONSIVE' WHEN g < 0.85 THEN 'CONTACTED' WHEN g < 0.95 THEN 'REPLIED' ELSE 'NEGOTIATING' END END,
            {Ago("g * 20000000.0")}, {Truth("false")}, CASE WHEN g < 0.9 THEN {Ago("f * 31000000.0")} END,
            CASE WHEN f < 0.6 THEN {Ago("f * 30000000.0")} END, CASE WHEN a < 0.1 THEN {Ago("g * 20000000.0")} END, {Ago("f * 30000000.0")},
            CASE WHEN a < 0.1 THEN CASE WHEN g < 0.8 THEN 'FULFILLED' ELSE 'COUNTERSIGNED' END WHEN g > 0.999 THEN 'SENT' END, CASE WHEN a < 0.1 AND g >= 0.8 THEN {Day("f * 365")} END,
            CASE WHEN g < 0.9 THEN {Ago("f * 31000000.0")} END, CASE WHEN a >= 0.1 AND g >= 0.7 AND g < 0.85 THEN {Ago("f * 4000000.0 - 3000000.0")} END,
            CASE WHEN a >= 0.1 AND g < 0.4 THEN CASE WHEN f < 0.03 THEN 'BRAND' ELSE 'INFLUENCER' END END,
            CASE WHEN a >= 0.1 AND g < 0.4 THEN CASE WHEN e < 0.6 THEN 'BUDGET' WHEN e < 0.995 THEN 'TIMING' ELSE 'EXCLUSIVITY' END END,
            {Whole("g * 250000")}, {Whole("f * g * 250000")}, {Whole("e * f * g * 250000")}, CASE WHEN e < 0.8 THEN 'EUR' ELSE 'USD' END, {Ago("(400000 - i) * 200.0")}, {Ago("g * 20000000.0")}
        FROM p WHERE a < 0.3
        """,
        $"""
        INSERT INTO sales (workspace, id, partnership_id, order_number, amount_minor, currency, buyer, occurred_at)
        {Numbers(influencers)} SELECT 'w', 'p' || {Id("i")} || '.1', 'p' || {Id("i")}, {Id("i")}, {Whole($"20000 * {Chance(15)}")}, CASE WHEN {Chance(12)} < 0.8 THEN 'EUR' ELSE 'USD' END,
            CASE WHEN {Chance(16)} < 0.9 THEN 'CUSTOMER' ELSE 'INFLUENCER' END, {Ago($"{Chance(15)} * 9000000.0")} FROM n WHERE {Chance(1)} < 0.1
        """,
        """
        INSERT INTO sale_reversals (workspace, id, partnership_id, sale_id, amount_minor, currency, reason, occurred_at)
        SELECT workspace, partnership_id || '.2', partnership_id, id, amount_minor / 3, currency, NULL, occurred_at FROM sales WHERE amount_minor % 5 = 0
        """,
    ];

    private string Id(string number) => $"({(sqlite ? $"(1000000 + {number}) || ''" : $"(1000000 + {number})::text")})";

    private string Numbers(int count) => sqlite
        ? $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
        : $"WITH n(i) AS (SELECT generate_series(1::bigint, {count}))";

    // 0 to 1.
    private string Chance(int salt) => sqlite
        ? $"((i * 2654435761 + {salt} * 40503 * (i % 1009 + 7)) % 1048573 / 1048573.0)"
        : $"((i * 2654435761 + {salt} * 40503 * (i % 1009 + 7)) % 1048573 / 1048573.0::float8)";

    private string Whole(string number) => sqlite ? $"CAST(floor({number}) AS INTEGER)" : $"floor({number})::bigint";

    private string Rate(string ratio) => sqlite ? $"CAST(floor(({ratio}) * 1000000) AS INTEGER)" : $"floor(({ratio}) * 1000000)::numeric / 1000000";

    private string Truth(string condition) => sqlite ? $"iif({condition}, 1, 0)" : $"({condition})";

    // Seconds before the first of April 2026.
    private string Ago(string seconds) => sqlite
        ? $"(1775001600 - CAST(floor({seconds}) AS INTEGER)) * 1000000"
        : $"'2026-04-01Z'::timestamptz - floor({seconds}) * interval '1 second'";

    private string Day(string days) =>
        sqlite ? $"date('2026-04-01', '+' || CAST(floor({days}) AS INTEGER) || ' days')" : $"'2026-04-01'::date + floor({days})::int";
}
