using Simulator.Api.Validation;

namespace Simulator.Serve.Answers.Selecting;

/// <summary>Keys and values that no label can have.</summary>
internal static class LabelFaults
{
    public static void CheckKey(string key)
    {
        if (LabelText.KeyFaults(key) is { Count: > 0 } faults)
            throw new FormatException($"invalid label key \"{key}\": {string.Join("; ", faults)}");
    }

    public static void CheckValue(string value)
    {
        if (LabelText.ValueFaults(value) is { Count: > 0 } faults)
            throw new FormatException($"invalid label value: \"{value}\": {string.Join("; ", faults)}");
    }
}
