namespace Simulator.Scenarios.Traces.Maps;

/// <summary>The units that a map can give, and what one of each is.</summary>
internal static class Units
{
    /// <summary>In seconds.</summary>
    public static IReadOnlyDictionary<string, double> Time { get; } = new Dictionary<string, double>
    {
        ["seconds"] = 1,
        ["milliseconds"] = 1e-3,
        ["microseconds"] = 1e-6,
        ["minutes"] = 60,
        ["hours"] = 3600,
        ["days"] = 86_400,
    };

    /// <summary>In thousandths of a core.</summary>
    public static IReadOnlyDictionary<string, double> Cpu { get; } = new Dictionary<string, double>
    {
        ["cores"] = 1000,
        ["milli"] = 1,
        ["percent"] = 10,
    };

    /// <summary>In bytes.</summary>
    public static IReadOnlyDictionary<string, double> Memory { get; } = new Dictionary<string, double>
    {
        ["bytes"] = 1,
        ["KiB"] = 1L << 10,
        ["MiB"] = 1L << 20,
        ["GiB"] = 1L << 30,
        ["kB"] = 1e3,
        ["MB"] = 1e6,
        ["GB"] = 1e9,
    };

    /// <summary>In thousandths of one.</summary>
    public static IReadOnlyDictionary<string, double> Share { get; } = new Dictionary<string, double> { ["milli"] = 1, ["share"] = 1000 };
}
