namespace CreatorCRM.Disclosure;

/// <summary>What a check of a disclosure can find. Programs may rely on these names.</summary>
public enum DisclosureFindingCode
{
    /// <summary>A label that suffices stands where it has to.</summary>
    LabelAccepted,
    /// <summary>No label was found.</summary>
    LabelMissing,
    /// <summary>A label can be seen without a click, but does not come first.</summary>
    LabelNotFirst,
    /// <summary>A label comes last, when the reader has read everything else.</summary>
    LabelAtEnd,
    /// <summary>A label can only be seen after a click on "more", or after the first link.</summary>
    LabelBehindFold,
    /// <summary>A label is buried in a group of hashtags.</summary>
    LabelAmongHashtags,
    /// <summary>A word of a label stands within a sentence, so that it may mean something else.</summary>
    LabelInSentence,
    /// <summary>The words do not tell clearly enough that something was given in return.</summary>
    LabelInsufficient,
    /// <summary>The words may suffice, depending on how they are understood.</summary>
    LabelAmbiguous,
    /// <summary>The words suffice in another country; whether this audience understands them is open.</summary>
    LabelOfOtherCountry,
    /// <summary>The label is in another language than the rest of the text.</summary>
    LabelInOtherLanguage,
    /// <summary>The words would do for something else in return, but not for what was given here.</summary>
    LabelForOtherConsideration,
    /// <summary>The text says that this is no advertising, although something was given in return.</summary>
    AdvertisingDenied,
    /// <summary>Only the platform's own label marks the publication.</summary>
    PlatformLabelOnly,
    /// <summary>A part after the first one carries no label of its own.</summary>
    PartWithoutLabel,
    /// <summary>There was no text to read; a label may be in the picture.</summary>
    NothingToRead,
    /// <summary>The label has to be seen or heard in the recording too, which this check cannot tell.</summary>
    RecordingNotChecked,
    /// <summary>No rules of this country for this day are known.</summary>
    NoRules,
}
