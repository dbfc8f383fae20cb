namespace Simulator.Scenarios.Import.Found;

/// <summary>A node of a dump.</summary>
internal sealed record DumpNode
{
    public required string Name { get; init; }

    public string Uid { get; init; } = "";

    /// <summary>In key order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; }

    public IReadOnlyList<DumpTaint> Taints { get; init; } = [];

    public bool IsCordoned { get; init; }

    public bool IsReady { get; init; }

    /// <summary>In name order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Capacity { get; init; }

    /// <summary>In name order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Allocatable { get; init; }

    public string Kubelet { get; init; } = "";

    public string ProviderId { get; init; } = "";

    /// <summary>Pressures and the like that it tells of itself: MemoryPressure.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>It has reported what it has.</summary>
    public bool HasCapacity => new[] { "cpu", "memory", "pods" }.All(name => Capacity.Any(amount => amount.Key == name));

    public string Label(string key) => Labels.FirstOrDefault(label => label.Key == key).Value ?? "";
}

internal readonly record struct DumpTaint(string Key, string Value, string Effect);
