using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>What the controller remembers of one autoscaler; lost with the process. Lists are not in order of time: see
/// <see cref="Put"/>.</summary>
public sealed class AutoscalerMemory
{
    /// <summary>Sizes that were recommended.</summary>
    public List<Remembered> Recommendations { get; } = [];

    /// <summary>By how many pods it was scaled up; only with a behaviour.</summary>
    public List<Remembered> ScaleUps { get; } = [];

    /// <summary>By how many pods it was scaled down; only with a behaviour.</summary>
    public List<Remembered> ScaleDowns { get; } = [];

    /// <summary>The last entry that is older than the cutoff makes room for the new one; if there is none, it comes to the end.</summary>
    internal static void Put(List<Remembered> entries, Remembered entry, Instant cutoff)
    {
        var outdated = entries.FindLastIndex(known => known.At < cutoff);
        if (outdated < 0) entries.Add(entry);
        else entries[outdated] = entry;
    }
}

public sealed record Remembered(int Value, Instant At);
