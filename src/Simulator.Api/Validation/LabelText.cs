namespace Simulator.Api.Validation;

/// <summary>What keys and values of labels look like (pkg/util/validation/validation.go of 1.3.10).</summary>
public static class LabelText
{
    public static IReadOnlyList<string> KeyFaults(string key) => TextRules.QualifiedName(key);

    public static IReadOnlyList<string> ValueFaults(string value) => TextRules.LabelValue(value);
}
