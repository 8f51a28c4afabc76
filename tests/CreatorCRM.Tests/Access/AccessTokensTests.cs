using CreatorCRM.Access;
using CsCheck;

namespace CreatorCRM.Tests.Access;

public sealed class AccessTokensTests
{
    private static readonly Gen<string> Secrets = Gen.Enum<TokenKind>().Select(AccessTokens.NewSecret);

    [Theory]
    [InlineData(TokenKind.Personal, "^ccrm_pat_[0-9A-Za-z]{36}$")]
    [InlineData(TokenKind.Integration, "^ccrm_int_[0-9A-Za-z]{36}$")]
    public void A_secret_says_what_it_is_of_and_checks_itself(TokenKind kind, string pattern)
    {
        var secret = AccessTokens.NewSecret(kind);
        secret.ShouldMatch(pattern);
        AccessTokens.IsWellFormed(secret).ShouldBeTrue();
    }

    [Fact]
    public void No_secret_comes_twice() => Enumerable.Range(0, 10_000).Select(_ => AccessTokens.NewSecret(TokenKind.Personal)).ShouldBeUnique();

    [Fact]
    public void A_secret_with_one_other_character_is_none() => Gen.Select(Secrets, Gen.Int[9, 44], Gen.Char.AlphaNumeric).Sample((secret, at, letter) =>
        AccessTokens.IsWellFormed($"{secret[..at]}{letter}{secret[(at + 1)..]}").ShouldBe(secret[at] == letter));

    [Fact]
    public void Any_other_text_is_none() => Gen.String.Sample(text => AccessTokens.IsWellFormed(text).ShouldBeFalse());

    [Theory]
    [InlineData("")]
    [InlineData("ccrm_pat_")]
    [InlineData("ccrm_pat_000000000000000000000000000000000000")]
    public void A_text_that_begins_like_one_is_none(string text) => AccessTokens.IsWellFormed(text).ShouldBeFalse();

    // Scanners outside this program check secrets by this rule, so it may not change: the last six characters are the CRC-32 (as zip has it) of those before,
    // in base62.
    [Fact]
    public void The_checksum_is_the_published_one() => AccessTokens.IsWellFormed("ccrm_pat_0123456789ABCDEFGHIJKLMNOPQRST0VwKsT").ShouldBeTrue();

    [Fact]
    public void What_is_kept_of_a_secret_is_its_sha_256() =>
        AccessTokens.Hash("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
