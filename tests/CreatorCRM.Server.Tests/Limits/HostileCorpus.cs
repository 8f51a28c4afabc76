using System.Net;
using System.Text;
using static CreatorCRM.Server.Tests.Limits.HostileRequest;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>
/// What is known to have hurt GraphQL servers, against this one's schema: parsers, validation, execution and the way over HTTP. The benchmark measures the
/// same.
/// </summary>
internal static class HostileCorpus
{
    private const string TooLarge = "DOCUMENT_TOO_LARGE";
    private const string Invalid = "GRAPHQL_VALIDATION_FAILED";
    private const string Bad = "BAD_USER_INPUT";

    public static IReadOnlyList<HostileRequest> All { get; } = [.. Texts(), .. Shapes(), .. Fragments(), .. Validation(), .. Sizes(), .. Inputs(),
        .. Transport()];

    private static IEnumerable<HostileRequest> Texts() =>
    [
        Raw("10 MB of brackets", "PAYLOAD_TOO_LARGE", $$"""{ "query": "{{new string('{', 10_000_000)}}" }""", HttpStatusCode.RequestEntityTooLarge),
        Document("250,000 brackets", TooLarge, new string('{', 250_000)),
        Document("1,900 lists within each other", TooLarge, $"{{ nodes(ids: {new string('[', 1900)}"),
        Document("a variable of 1,900 lists", TooLarge, $"query ($a: {new string('[', 1900)}ID"),
        Document("80,000 comments", TooLarge, $"{Repeat("#\n", 80_000)}{{ __typename }}"),
        Document("100,000 commas", "OPERATION_RESOLUTION_FAILURE", new string(',', 100_000)),
        Document("a name of 250,000 letters", TooLarge, $"{{ {new string('a', 250_000)} }}"),
        Document("a string of 240,000 letters", Bad, $$"""{ campaigns(query: "{{new string('a', 240_000)}}") { totalCount } }""", status: HttpStatusCode.OK),
        Document("a block string of 60,000 lines", Bad, $"{{ campaigns(query: \"\"\"\n{Repeat(" a\n", 60_000)}\"\"\") {{ totalCount }} }}",
            status: HttpStatusCode.OK),
        Document("a string that does not end", "GRAPHQL_PARSE_FAILED", $"{{ campaigns(query: \"{new string('a', 240_000)}"),
        Document("one brace too many behind 240,000 letters", "GRAPHQL_PARSE_FAILED", $$"""{ campaigns(query: "{{new string('a', 240_000)}}") { totalCount } } }"""),
        Document("one brace too many in a line of 9,000 letters", "GRAPHQL_PARSE_FAILED", $"{{{Repeat("viewer{displayName}", 480)}}}}}"),
        Document("a wrong escape behind 240,000 letters", "GRAPHQL_PARSE_FAILED", $$"""{ campaigns(query: "{{new string('a', 240_000)}}\q") { totalCount } }"""),
        Document("an error behind a carriage return", "GRAPHQL_PARSE_FAILED", "{ viewer\r{ name } ) }"),
        Document("letters that only look like ASCII", "GRAPHQL_PARSE_FAILED", "{ ｖｉｅｗｅｒ { name } }"),
        Document("right to left marks and zero-width joiners in a name", "GRAPHQL_PARSE_FAILED", "{ view\u200d\u202eer { name } }"),
        Document("a NUL character", "GRAPHQL_PARSE_FAILED", "{ viewer\0 { name } }"),
        Raw("half a surrogate pair", "BAD_REQUEST", """{ "query": "{ viewer { name } } # \ud800" }"""),
        Bytes("an overlong encoding", "BAD_REQUEST", [.. "{ \"query\": \"{ viewer { name } } # "u8, 0xC0, 0xAF, .. "\" }"u8]),
        Bytes("UTF-16", "BAD_REQUEST", Encoding.Unicode.GetBytes("""{ "query": "{ __typename }" }""")),
        Document("2,100 fields", TooLarge, $"{{ {Repeat("__typename ", 2_100)} }}"),
    ];

    private static IEnumerable<HostileRequest> Shapes() =>
    [
        Document("13 fields deep", "QUERY_TOO_DEEP", "{ partnerships { nodes { campaign { partnerships { nodes { campaign { partnerships { nodes { campaign { partnerships { nodes { campaign { name } } } } } } } } } } } } }"),
        Document("120 fields deep", TooLarge, $"{{ partnerships {Repeat("{ nodes { campaign { partnerships ", 40)}{Repeat("} } }", 40)} }}"),
        Document("deep by fragments", "QUERY_TOO_DEEP",
            $"{{ partnerships {{ nodes {{ ...F0 }} }} }} {Many(6, i => $"fragment F{i} on Partnership {{ campaign {{ partnerships {{ nodes {{ ...F{i + 1} }} }} }} }}")} fragment F6 on Partnership {{ id }}"),
        Document("31 aliases", "TOO_MANY_ALIASES", $"{{ {Many(31, i => $"a{i}: viewer {{ name }}")} }}"),
        Document("aliases by fragments", "TOO_MANY_ALIASES", $"{{ {Repeat("viewer { ...F } ", 31)} }} fragment F on Viewer {{ a: name }}"),
        Document("1,000 directives on one field", "TOO_MANY_DIRECTIVES", $"{{ viewer {{ name {Repeat("@a ", 990)} }} }}"),
        Document("11 directives by a fragment", "TOO_MANY_DIRECTIVES",
            $"{{ {Repeat("...F ", 11)} }} fragment F on Query {{ viewer {{ name @include(if: true) }} }}"),
        Document("introspection that multiplies", "QUERY_TOO_DEEP", "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"),
        Document("introspection 30 deep", "QUERY_TOO_DEEP", $"{{ __type(name: \"Query\") {Repeat("{ ofType ", 30)} {{ name }} {new string('}', 31)}"),
        Document("the schema 20 times", "QUERY_TOO_DEEP", $"{{ {Many(20, i => $"a{i}: __schema {{ types {{ fields {{ name }} }} }}")} }}"),
    ];

    private static IEnumerable<HostileRequest> Fragments() =>
    [
        Document("a fragment that spreads itself", Invalid, "{ ...A } fragment A on Query { ...A }"),
        Document("a circle of 100 fragments", Invalid, $"{{ ...F0 }} {Many(100, i => $"fragment F{i} on Query {{ ...F{(i + 1) % 100} }}")}"),
        Document("2^40 fields by doubling", "TOO_MANY_FIELDS",
            $"{{ ...F0 }} {Many(40, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}")} fragment F40 on Query {{ __typename }}"),
        Document("every fragment spreads all later ones", "TOO_MANY_FIELDS",
            $"{{ ...F0 }} {Many(35, i => $"fragment F{i} on Query {{ {Many(35 - i, j => $"...F{i + j + 1}")} }}")} fragment F35 on Query {{ __typename }}"),
        Document("2^40 fields that nobody asks for", Invalid,
            $"{{ __typename }} {Many(40, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}")} fragment F40 on Query {{ __typename }}"),
        Document("200 fragments that nobody asks for", "TOO_MANY_FIELDS", $"{{ __typename }} {Many(200, i => $"fragment F{i} on Query {{ __typename }}")}"),
        Document("a circle that nobody asks for", Invalid, $"{{ __typename }} {Many(90, i => $"fragment F{i} on Query {{ ...F{(i + 1) % 90} }}")}"),
        Document("150 operations with a large fragment each", "TOO_MANY_FIELDS",
            $"{Many(150, i => $"query Q{i} {{ ...F }}")} fragment F on Query {{ {Repeat("__typename ", 900)} }}"),
        Document("fragments that are missing", Invalid, $"{{ {Many(900, i => $"...F{i}")} }}"),
        Document("200 fragments beside each other", "TOO_MANY_FIELDS",
            $"{{ viewer {{ {Many(200, i => $"...F{i}")} }} }} {Many(200, i => $"fragment F{i} on Viewer {{ name }}")}"),
    ];

    private static IEnumerable<HostileRequest> Validation() =>
    [
        Document("1,900 times the same field", "TOO_MANY_FIELDS", $"{{ viewer {{ {Repeat("name ", 1_900)} }} }}"),
        Document("300 times the same object", "TOO_MANY_FIELDS", $"{{ {Repeat("viewer { workspace { id } } ", 270)} }}"),
        Document("the same field doubled 8 deep", "TOO_MANY_FIELDS", $"{{ partnership(id: \"UGFydG5lcnNoaXA6eA\") {Doubled(8)} }}"),
        Document("90 times the same field with other arguments", Invalid, $"{{ {Many(90, i => $"campaign(id: \"{i}\") {{ id }}")} }}"),
        Document("two large arguments that differ at the end", Invalid,
            $"{{ nodes(ids: [{Repeat("1 ", 90)}]) {{ id }} nodes(ids: [{Repeat("1 ", 91)}]) {{ id }} }}"),
        Harmless("90 times the same object", $"{{ {Repeat("viewer { workspace { id } } ", 90)} }}"),
        Document("1,900 fields that are not there", Invalid, $"{{ {Many(1_900, i => $"nam{i}")} }}"),
        Document("300 types that are not there", Invalid, $"{{ {Many(300, i => $"... on Influence{i} {{ id{i} }}")} }}"),
        Document("400 variables of one name", TooLarge, $"query ({Repeat("$a: ID ", 390)}) {{ node(id: $a) {{ id }} }}"),
        Document("390 variables that nobody uses", TooLarge, $"query ({Many(390, i => $"$a{i}: ID")}) {{ __typename }}"),
        Document("600 variables that nobody declared", TooLarge, $"{{ nodes(ids: [{Many(900, i => $"$a{i}")}]) {{ id }} }}"),
        Document("600 times the same argument", Invalid, $"{{ node({Repeat("id: 1 ", 600)}) {{ id }} }}"),
        Document("150 operations and no name", "OPERATION_RESOLUTION_FAILURE", Many(150, i => $"query Q{i} {{ viewer {{ name }} }}")),
        Document("a schema instead of an operation", "OPERATION_RESOLUTION_FAILURE", Many(200, i => $"type T{i} {{ a: T{i} }}")),
        Document("a subscription to a single answer", "OPERATION_RESOLUTION_FAILURE", "subscription { events { id } }"),
    ];

    private static IEnumerable<HostileRequest> Sizes() =>
    [
        Document("a million timelines", "TOO_MANY_NODES",
            "{ influencers(first: 100) { nodes { partnerships(first: 100) { nodes { timeline(first: 100) { nodes { id } } } } } } }"),
        Document("a million timelines by a variable", "TOO_MANY_NODES", "query ($n: Int) { influencers(first: $n) { nodes { partnerships(last: $n) { nodes { timeline(first: $n) { nodes { id } } } } } } }", """{ "n": 100 }"""),
        Document("pages within nodes", "TOO_MANY_NODES", $$"""{ nodes(ids: [{{Repeat("\"SW5mbHVlbmNlcjox\" ", 100)}}]) { ... on Influencer { timeline(first: 100) { nodes { id } } partnerships { nodes { id } } } } }"""),
        Document("contracts of 9,000 partnerships", "TOO_MANY_NODES",
            "{ influencers(first: 100) { nodes { partnerships(first: 90) { nodes { contracts { id } } } } } }"),
        Document("lists of 500 partnerships", "TOO_MANY_NODES",
            $"{{ {Many(5, i => $"a{i}: partnerships(first: 100) {{ nodes {{ offers {{ id }} contracts {{ id }} deliverables {{ id }} followUps {{ id }} }} }}")} }}"),
        Dear("30 totals", $"{{ {Many(30, i => $"a{i}: influencers(filter: {{ followers: {{ gt: {i} }} }}) {{ totalCount }}")} }}"),
        Dear("30 statistics", $"{{ {Many(30, i => $"a{i}: influencerStats(filter: {{ followers: {{ gt: {i} }} }}) {{ count spends {{ currencyCode }} }}")} }}"),
        Document("a page of two billion", Bad, "{ influencers(first: 2147483647) { nodes { id } } }", status: HttpStatusCode.OK),
        Document("a page of minus two billion", Bad, "{ influencers(last: -2147483648) { nodes { id } } }", status: HttpStatusCode.OK),
        Document("a page of 200,000 digits", TooLarge, $"{{ influencers(first: {new string('9', 200_000)}) {{ nodes {{ id }} }} }}"),
        Document("a page of 200,000 digits by a variable", "BAD_REQUEST", "query ($n: Int) { influencers(first: $n) { nodes { id } } }", $$"""{ "n": {{new string('9', 200_000)}} }"""),
        Document("a follower count of 1e200000", Bad, "{ influencers(filter: { followers: { gt: 1e200000 } }) { totalCount } }"),
    ];

    private static IEnumerable<HostileRequest> Inputs() =>
    [
        Document("a filter 50 deep", Bad, "query ($f: InfluencerFilter) { influencers(filter: $f) { totalCount } }", $$"""{ "f": {{Repeat("""{ "not": """, 50)}} {} {{new string('}', 50)}} }""", HttpStatusCode.OK),
        Document("JSON 200 deep", "BAD_REQUEST", "query ($f: InfluencerFilter) { influencers(filter: $f) { totalCount } }", $$"""{ "f": {{new string('[', 200)}}{{new string(']', 200)}} }"""),
        Document("200,000 brackets of JSON", "PAYLOAD_TOO_LARGE", "{ __typename }", new string('[', 200_000), HttpStatusCode.RequestEntityTooLarge),
        Document("60,000 zeros", "PAYLOAD_TOO_LARGE", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", $$"""{ "ids": [0{{Repeat(",0", 60_000)}}] }""", HttpStatusCode.RequestEntityTooLarge),
        Document("9,000 ids that are none", "PAYLOAD_TOO_LARGE", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", $$"""{ "ids": [0{{Repeat(",0", 9_000)}}] }""", HttpStatusCode.RequestEntityTooLarge),
        Document("990 ids that are none", Bad, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", $$"""{ "ids": [0{{Repeat(",0", 990)}}] }""", HttpStatusCode.OK),
        Document("90 ids that are none", Bad, $"{{ nodes(ids: [{Repeat("1 ", 90)}]) {{ id }} }}", status: HttpStatusCode.OK),
        Document("1,900 ids that are none", "DOCUMENT_TOO_LARGE", $"{{ nodes(ids: [{Repeat("1 ", 1_900)}]) {{ id }} }}"),
        Document("100 tiers that are none", Bad, $"{{ influencers(filter: {{ tier: {{ in: [{Many(100, i => $"T{i}")}] }} }}) {{ totalCount }} }}"),
        Document("1,900 tiers that are none", "DOCUMENT_TOO_LARGE",
            $"{{ influencers(filter: {{ tier: {{ in: [{Many(1_900, i => $"T{i}")}] }} }}) {{ totalCount }} }}"),
        Document("100 numbers that are none", Bad, $"{{ influencers(filter: {{ engagementRate: {{ in: [{Repeat("\"x\" ", 100)}] }} }}) {{ totalCount }} }}"),
        Document("1,900 numbers that are none", "DOCUMENT_TOO_LARGE",
            $"{{ influencers(filter: {{ engagementRate: {{ in: [{Repeat("\"x\" ", 1_900)}] }} }}) {{ totalCount }} }}"),
        Document("50 members that are none", Bad, $"{{ influencers(filter: {{ {Many(50, i => $"a{i}: 1")} }}) {{ totalCount }} }}"),
        Document("600 members that are none", "DOCUMENT_TOO_LARGE", $"{{ influencers(filter: {{ {Many(600, i => $"a{i}: 1")} }}) {{ totalCount }} }}"),
        Document("900 members that are none by a variable", Bad, "query ($f: InfluencerFilter) { influencers(filter: $f) { totalCount } }", $$"""{ "f": { "a": 1 {{Many(900, i => $", \"a{i}\": 1")}} } }"""),
        Document("3,000 members that are none by a variable", "PAYLOAD_TOO_LARGE", "query ($f: InfluencerFilter) { influencers(filter: $f) { totalCount } }", $$"""{ "f": { "a": 1 {{Many(3_000, i => $", \"a{i}\": 1")}} } }""", HttpStatusCode.RequestEntityTooLarge),
        Document("900 variables that nobody asked for and one that is missing", Bad, "query ($id: ID!) { node(id: $id) { id } }", $$"""{ "a": 1 {{Many(900, i => $", \"a{i}\": 1")}} }"""),
        Raw("the query twice", "BAD_REQUEST", """{ "query": "{ __typename }", "query": "{ viewer { name } }" }"""),
        Raw("a variable twice", "BAD_REQUEST", """{ "query": "query ($id: ID!) { node(id: $id) { id } }", "variables": { "id": "1", "id": "2" } }"""),
        Raw("an operation name of 200,000 letters", "OPERATION_RESOLUTION_FAILURE", $$"""{ "query": "query A { __typename }", "operationName": "{{new string('a', 200_000)}}" }"""),
    ];

    private static IEnumerable<HostileRequest> Transport() =>
    [
        Raw("1,000 requests in one", "BAD_BATCH", $$"""[{ "query": "{ viewer { name } }" }{{Repeat(""",{ "query": "{ viewer { name } }" }""", 999)}}]"""),
        Get("a mutation by a link", "METHOD_NOT_ALLOWED", HttpStatusCode.MethodNotAllowed,
            $"?query={Uri.EscapeDataString("mutation { createCampaign(input: { name: \"x\" }) { campaign { id } } }")}"),
        Bytes("a form of another site", "UNSUPPORTED_MEDIA_TYPE", "query=mutation%7B__typename%7D"u8.ToArray(), HttpStatusCode.UnsupportedMediaType,
            "application/x-www-form-urlencoded"),
        Bytes("a form that says it is text", "UNSUPPORTED_MEDIA_TYPE", """{ "query": "{ __typename }" }"""u8.ToArray(), HttpStatusCode.UnsupportedMediaType, "text/plain"),
        Bytes("a body of nothing but white space", "BAD_REQUEST", Encoding.UTF8.GetBytes(new string(' ', 250_000))),
        Bytes("random bytes", "BAD_REQUEST", [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7919 % 251))]),
    ];

    private static string Doubled(int depth) =>
        depth == 0 ? "{ id }" : $"{{ {Repeat($"{(depth % 2 == 0 ? "contract" : "partnership")} {Doubled(depth - 1)} ", 2)} }}";

    private static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();

    private static string Many(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));
}
