using CreatorCRM.Common;

namespace CreatorCRM.Tests.Common;

public sealed class TextKeyTests
{
    [Theory]
    [InlineData("𝓜𝓲𝓪  Brôt", "mia brot")]
    [InlineData(" ＭＩＡ\tBROT ", "mia brot")]
    public void Accents_case_styles_and_spacing_make_no_difference(string text, string folded) => TextKey.Fold(text).ShouldBe(folded);

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => TextKey.Fold("a" + '\ud800' + "b").ShouldBe("a\ufffdb");
}
