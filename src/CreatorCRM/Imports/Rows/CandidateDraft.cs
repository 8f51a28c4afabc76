using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>A person and their accounts while the cells of a row are being read.</summary>
internal sealed class CandidateDraft(int row)
{
    public string? Name { get; set; }

    /// <summary>Stood in a cell together with a handle: <c>Mia Brot (@miabrot)</c>.</summary>
    public string? NameBesideMention { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>Said by a cell of its own.</summary>
    public Platform? Platform { get; set; }

    public List<Mention> Mentions { get; } = [];

    public List<(ColumnProfile Column, decimal Value)> Figures { get; } = [];

    public List<string> Niches { get; } = [];

    public List<string> Tags { get; } = [];

    public List<string> Languages { get; } = [];

    public List<CandidateContact> Contacts { get; } = [];

    public string? Country { get; set; }

    public string? Agency { get; set; }

    public string? Notes { get; set; }

    public bool? IsMinor { get; set; }

    public string? OptOut { get; set; }

    public List<RowProblem> Problems { get; } = [];

    public void Contact(ContactKind kind, string value)
    {
        var known = Contacts.Exists(contact => contact.Kind == kind && string.Equals(contact.Value, value, StringComparison.OrdinalIgnoreCase));
        if (!known) Contacts.Add(new CandidateContact(kind, value));
    }

    public void Warn(ColumnProfile? column, string message) => Problems.Add(new RowProblem(row, column?.Name, message, Fatal: false));

    public void Fail(string message, ColumnProfile? column = null) => Problems.Add(new RowProblem(row, column?.Name, message, Fatal: true));
}

/// <summary>An account that a cell speaks of.</summary>
/// <param name="Platform">Null when neither the cell nor its header names one.</param>
/// <param name="Url">Null unless the cell holds an address.</param>
internal sealed record Mention(Platform? Platform, string Handle, string? Url, ColumnProfile Column);
