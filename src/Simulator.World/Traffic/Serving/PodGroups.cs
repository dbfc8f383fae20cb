using Simulator.World.Load;

namespace Simulator.World.Traffic.Serving;

/// <summary>The pods of a service, in groups of those that have the same load and the same past.</summary>
internal sealed class PodGroups(ServiceTraffic service)
{
    /// <summary>Shares that differ by less are the same.</summary>
    private const double Same = 1e-9;

    private List<PodGroup> _groups = [];

    public List<PodGroup> All => _groups;

    /// <summary>A queue is on its way from one load to another.</summary>
    public bool AreMoving
    {
        get
        {
            foreach (var group in _groups)
            {
                if (!group.Pod.IsSettled) return true;
            }

            return false;
        }
    }

    /// <summary>Who stands among the endpoints and serves is put into a group; a pod that has a past keeps it.</summary>
    public void Deal(LoadDealer dealer, TimeSpan now)
    {
        var before = _groups;
        _groups = [];
        foreach (var backend in dealer.Backends)
        {
            var old = backend.GroupIn(service);
            if (old is not null && !before.Contains(old)) old = null;
            Join(backend, old, dealer.SharesOf(backend), now);
        }

        foreach (var group in _groups) group.Before = null;
        foreach (var group in before)
        {
            foreach (var backend in group.Members)
            {
                if (ReferenceEquals(backend.GroupIn(service), group)) backend.Join(service, null, now);
            }
        }
    }

    private void Join(Backend backend, PodGroup? old, double[] shares, TimeSpan now)
    {
        var others = backend.FromOthers(service);
        var group = Fitting(backend, old, shares, others);
        if (group is null)
        {
            var queue = backend.Profile!.QueueWith(backend.MilliCpuMost, backend.Slowness);
            group = new PodGroup(backend.Profile, old?.Pod.Clone() ?? new PodLoad(queue), shares)
            {
                MilliCpuMost = backend.MilliCpuMost,
                Slowness = backend.Slowness,
                FromOthers = others,
                IsFresh = old is null,
                Before = old,
            };
            group.Begin(now);
            _groups.Add(group);
        }

        group.Members.Add(backend);
        backend.Join(service, group, now);
    }

    private PodGroup? Fitting(Backend backend, PodGroup? old, double[] shares, double others)
    {
        foreach (var group in _groups)
        {
            if (Fits(group, backend, old, shares, others)) return group;
        }

        return null;
    }

    private static bool Fits(PodGroup group, Backend backend, PodGroup? old, double[] shares, double others)
    {
        if (group.Profile != backend.Profile || group.MilliCpuMost != backend.MilliCpuMost || group.Slowness != backend.Slowness)
        {
            return false;
        }
        if (group.IsFresh != old is null || Math.Abs(group.FromOthers - others) > Same) return false;
        if (old is not null && group.Before != old && !(group.Pod.IsSettled && old.Pod.IsSettled)) return false;
        for (var flow = 0; flow < shares.Length; flow++)
        {
            if (Math.Abs(group.Weights[flow] - shares[flow]) > Same) return false;
        }

        return true;
    }
}
