using CreatorCRM.Server.GraphQL;
using CsCheck;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class IdempotencyKeyTests
{
    private static readonly Gen<string> Printable = Gen.Char[' ', '~'].Array[1, IdempotencyKey.MaxLength].Select(characters => new string(characters));

    [Theory]
    [InlineData("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("  \"a b\"  ", "a b")]
    [InlineData("\"a\\\"b\\\\c\"", "a\"b\\c")]
    [InlineData("dGVzdA==", "dGVzdA==")]
    [InlineData("", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"a", null)]
    [InlineData("a\"", null)]
    [InlineData("a b", null)]
    [InlineData("\"a\", \"b\"", null)]
    [InlineData("\"a\\b\"", null)]
    [InlineData("\"a\";p=1", null)]
    [InlineData("\"ä\"", null)]
    [InlineData("\"a\nb\"", null)]
    public void A_key_is_a_string_in_quotes_or_a_word(string header, string? key) => IdempotencyKey.Parse(header).ShouldBe(key);

    [Fact]
    public void Every_printable_text_can_be_a_key() =>
        Printable.Sample(text => IdempotencyKey.Parse($"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"") == text);

    [Fact]
    public void A_key_of_256_characters_is_none() => IdempotencyKey.Parse(new string('k', 256)).ShouldBeNull();
}
