namespace Simulator.Api.Documents;

/// <summary>How strictly values and keys are taken; each kind of input has its own.</summary>
public sealed record ReadingRules
{
    /// <summary>Files of the simulator itself: unknown keys are errors, a number is a text where text is wanted.</summary>
    public static readonly ReadingRules Scenario = new() { Unread = UnreadKeys.Refused, NumbersAreTexts = true };

    /// <summary>Users' Kubernetes objects: what the API server refuses is refused, what nobody reads is remarked.</summary>
    public static readonly ReadingRules Manifest = new() { Unread = UnreadKeys.Reported, DecimalsMayBeWhole = true };

    /// <summary>Objects that a real API server has defaulted and validated, or that are odd on purpose.</summary>
    public static readonly ReadingRules Trusted = new()
    {
        Unread = UnreadKeys.Ignored,
        NullItemsAreEmpty = true,
        Validates = false,
        KeepsDetails = false,
    };

    /// <summary>Objects that a client sends to the API server: read whole, judged by its validation only.</summary>
    public static readonly ReadingRules Request = Trusted with { KeepsDetails = true };

    /// <summary>JSON text in annotations, as Go's encoding/json reads it.</summary>
    public static readonly ReadingRules Annotation = Trusted with { IgnoresCase = true, KeepsDetails = true };

    public UnreadKeys Unread { get; init; }

    /// <summary>A plain number or boolean is taken as its text where text is wanted.</summary>
    public bool NumbersAreTexts { get; init; }

    /// <summary>2.0 is a whole number: kubectl turns YAML into JSON, which writes it as 2 (ghodss/yaml).</summary>
    public bool DecimalsMayBeWhole { get; init; }

    /// <summary>null in a list stands for an empty item, as in Go; otherwise it is an error.</summary>
    public bool NullItemsAreEmpty { get; init; }

    /// <summary>Keys are found whatever their case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>What only the API server's validation looks at is kept.</summary>
    public bool KeepsDetails { get; init; } = true;

    /// <summary>Meaning is checked, too, not only form.</summary>
    public bool Validates { get; init; } = true;
}

/// <summary>What happens to keys that nobody read.</summary>
public enum UnreadKeys
{
    Ignored,
    Reported,
    Refused,
}
