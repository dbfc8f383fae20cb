using Simulator.World.Observations;

namespace Simulator.World.Explanation;

/// <summary>Where the disks of one cluster are, and what the binder said of claims, as the observations tell it.</summary>
public sealed class StorageWitness : IObserver
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Node, TimeSpan Since)> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _refusals = new(StringComparer.Ordinal);

    /// <summary>Why a claim has no volume; "" if nobody said so.</summary>
    public string ReasonOf(string claim) => _reasons.GetValueOrDefault(claim, "");

    /// <summary>The machine that has a disk, and since when; null: none has it.</summary>
    public (string Node, TimeSpan Since)? PlaceOf(string disk) => _places.TryGetValue(disk, out var place) ? place : null;

    /// <summary>Whether the cloud last refused a disk because the node had too many.</summary>
    public bool IsOneTooMany(string disk) => _refusals.GetValueOrDefault(disk) == 2;

    public void Observe(in Observation observation)
    {
        var (subject, other) = (observation.Subject, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.ClaimWaits: _reasons[subject] = other; break;
            case ObservationKind.ClaimChanged when other == "Bound": _reasons.Remove(subject); break;
            case ObservationKind.DiskAttached: _places[subject] = (other, observation.At); _refusals.Remove(subject); break;
            case ObservationKind.DiskDetached when PlaceOf(subject)?.Node == other: _places.Remove(subject); break;
            case ObservationKind.DiskAttachRefused: _refusals[subject] = observation.Value; break;
        }
    }
}
