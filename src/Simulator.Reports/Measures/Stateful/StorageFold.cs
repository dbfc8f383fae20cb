using Simulator.World.Observations;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>Folds the facts of one cluster's claims, disks and mounts, and of the names that pets have in DNS.</summary>
internal sealed class StorageFold(string cluster)
{
    private readonly Dictionary<string, ClaimLife> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DiskLife> _disks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameLife> _names = new(StringComparer.Ordinal);
    private readonly List<double> _mounts = [];

    public IReadOnlyCollection<ClaimLife> Claims => _claims.Values;

    public IReadOnlyCollection<DiskLife> Disks => _disks.Values;

    public IReadOnlyCollection<NameLife> Names => _names.Values;

    /// <summary>Seconds that kubelets waited for all volumes of a pod.</summary>
    public IReadOnlyList<double> Mounts => _mounts;

    public void OnClaim(in Observation fact)
    {
        if (!_claims.TryGetValue(fact.Subject, out var claim))
        {
            _claims.Add(fact.Subject, claim = new ClaimLife(cluster, fact.Subject, fact.At, fact.Value));
        }
        (claim.Phase, claim.Since) = (fact.Other, fact.At);
        if (fact.Other != "Bound") return;
        claim.BoundAt ??= fact.At;
        claim.Why = "";
    }

    public void OnClaimWaits(in Observation fact)
    {
        if (!_claims.TryGetValue(fact.Subject, out var claim))
        {
            _claims.Add(fact.Subject, claim = new ClaimLife(cluster, fact.Subject, fact.At, 0) { Phase = "Pending", Since = fact.At });
        }
        claim.Why = fact.Other;
    }

    public void OnDiskCreated(in Observation fact) => DiskOf(fact.Subject).Zone = fact.Other;

    public void OnDiskClaimed(in Observation fact) => DiskOf(fact.Subject).Claim = fact.Other;

    public void OnAttached(in Observation fact) => DiskOf(fact.Subject).Attach(fact.At, fact.Other);

    public void OnDetached(in Observation fact) => DiskOf(fact.Subject).Detach(fact.At, fact.Other);

    public void OnForced(in Observation fact) =>
        DiskOf(fact.Subject).Force(new ForcedDetach(fact.At, fact.Other, TimeSpan.FromMicroseconds(fact.Value)));

    public void OnRefused(in Observation fact)
    {
        var disk = DiskOf(fact.Subject);
        if (fact.Value == 1) disk.RefusedByOther++;
        else if (fact.Value == 2) disk.RefusedByCount++;
        else disk.RefusedElse++;
    }

    public void OnMounted(in Observation fact)
    {
        if (fact.At > TimeSpan.Zero) _mounts.Add(fact.Value / 1e6);
    }

    public void OnName(in Observation fact)
    {
        if (!_names.TryGetValue(fact.Subject, out var name)) _names.Add(fact.Subject, name = new NameLife(cluster, fact.Subject));
        name.Change(fact.Other, TimeSpan.FromMicroseconds(fact.Value));
    }

    private DiskLife DiskOf(string name)
    {
        if (_disks.TryGetValue(name, out var disk)) return disk;
        disk = new DiskLife(cluster, name);
        _disks.Add(name, disk);
        return disk;
    }
}
