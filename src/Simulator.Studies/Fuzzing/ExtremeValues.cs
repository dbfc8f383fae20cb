namespace Simulator.Studies.Fuzzing;

/// <summary>Values at and beyond the ends of what anything can be, as YAML writes them.</summary>
public static class ExtremeValues
{
    private const string Long =
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    public static IReadOnlyList<string> All { get; } =
    [
        // numbers: around zero, and the ends of int32, int64 and doubles
        "0", "-1", "1", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "0.0000001", "1e308",
        "1e309", ".nan", ".inf",

        // durations and distributions
        "0s", "1ns", "1us", "-5m", "876600h", "876601h", "exponential mean 1us", "lognormal median 876600h sigma 5",

        // quantities
        "8Ei", "1n",

        // other kinds of values, and texts that are no names
        "~", "[]", "{}", "true", "\"\"", $"\"{Long}\"", "\"\\e[2J\\u202e\\n\"",
    ];
}
