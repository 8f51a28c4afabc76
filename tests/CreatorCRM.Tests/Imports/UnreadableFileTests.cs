using System.Text;
using CreatorCRM.Common;
using CreatorCRM.Imports;

namespace CreatorCRM.Tests.Imports;

public sealed class UnreadableFileTests
{
    [Theory]
    [InlineData("PK\u0003\u0004......xl/workbook.xml", "Excel workbook")]
    [InlineData("PK\u0003\u0004......", "ZIP")]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("GIF89a...", "image")]
    [InlineData("<!DOCTYPE html><table><tr><td>name", "web page")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "XML")]
    [InlineData("[\n {\"name\": \"Mia\"}]", "JSON")]
    [InlineData("{ \"name\": \"Mia\"}", "JSON")]
    [InlineData("", "empty")]
    [InlineData("\uFEFF \r\n", "empty")]
    [InlineData(",,\n , ,\n", "no rows")]
    [InlineData("name,handle,followers\n", "no rows below")]
    [InlineData("name,handle\nMia\0Brot,x\n", "binary")]
    public void What_is_no_table_is_refused_in_a_sentence(string text, string why)
    {
        var refusal = Csv.Refusal(Encoding.UTF8.GetBytes(text));
        refusal.Code.ShouldBe(RefusalCode.UnreadableFile);
        refusal.Message.ShouldContain(why, Case.Insensitive);
        refusal.Field.ShouldBe("file");
    }

    [Fact]
    public void Binary_data_is_refused_also_with_a_byte_order_mark() =>
        Csv.Refusal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("name,handle\nMia\0,x\n")]).Message.ShouldContain("binary");

    [Fact]
    public void A_file_may_not_be_too_large() => Csv.Refusal(new byte[ImportLimits.MaxFileBytes + 1]).Code.ShouldBe(RefusalCode.FileTooLarge);

    [Fact]
    public void A_table_may_not_have_too_many_rows()
    {
        var text = new StringBuilder("handle\n");
        for (var i = 0; i <= ImportLimits.MaxRows; i++) text.Append('h').Append(i).Append('\n');
        Csv.Refusal(Csv.Bytes(text.ToString())).Code.ShouldBe(RefusalCode.FileTooLarge);
    }

    [Fact]
    public void A_table_may_not_have_too_many_columns() => Csv.Refusal(Csv.Bytes("handle" + new string(',', 600) + "\nmia\n")).Message.ShouldContain("columns");

    [Fact]
    public void A_cell_may_not_be_too_long() =>
        Csv.Refusal(Csv.Bytes($"handle,notes\nmia,{new string('x', ImportLimits.MaxCellBytes + 1)}\n")).Message.ShouldContain("quotation mark");
}
