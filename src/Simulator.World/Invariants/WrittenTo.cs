using System.Globalization;
using Simulator.World.Specification;

namespace Simulator.World.Invariants;

/// <summary>What is known from outside about a workload that keeps something.</summary>
internal sealed class WrittenTo(string name, StateSpec spec, bool isOfPets)
{
    private readonly SortedSet<string> _inSync = new(StringComparer.Ordinal);

    public string Name => name;

    public string State { get; set; } = "";

    public string Primary { get; set; } = "";

    public int Wanted { get; set; }

    public void Set(string pod, bool isInSync)
    {
        if (isInSync) _inSync.Add(pod);
        else _inSync.Remove(pod);
    }

    /// <summary>What is missing, in words, although it can be written to; null if nothing is.</summary>
    public string? Lacks()
    {
        if (State != "Writable" || Wanted == 0) return null;
        var majority = spec.Majority ?? ((Wanted / 2) + 1);
        return spec.Kind switch
        {
            StateKind.Quorum when _inSync.Count < majority => $"a majority: {_inSync.Count:N0} of {majority:N0} members were in sync",
            StateKind.PrimaryReplica when !_inSync.Contains(Primary) => $"a primary in sync ('{Primary}')",
            StateKind.Sharded when isOfPets && ShareWithoutOwner() is { } share => $"anybody in sync who owns share {share}",
            _ => null,
        };
    }

    /// <summary>A share lies on its pet and on those after it.</summary>
    private int? ShareWithoutOwner()
    {
        for (var share = 0; share < Wanted; share++)
        {
            if (!Enumerable.Range(share, Math.Min(spec.Copies, Wanted)).Any(owner => _inSync.Contains(Pet(owner % Wanted)))) return share;
        }

        return null;
    }

    private string Pet(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{name}-{ordinal}");
}
