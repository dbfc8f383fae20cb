using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>The addresses behind one port, each once by address and uid, in that order.</summary>
internal sealed class PortAddresses
{
    private readonly List<(EndpointAddress Address, bool IsReady)> _all = [];

    public void Add(EndpointAddress address, bool isReady) => _all.Add((address, isReady));

    /// <summary>Sorts and drops duplicates; of duplicates the one that is not ready stays.</summary>
    public void Sort()
    {
        _all.Sort(static (left, right) => Compare(left, right));
        var kept = 0;
        for (var i = 0; i < _all.Count; i++)
        {
            if (kept > 0 && IsSame(_all[kept - 1].Address, _all[i].Address)) continue;
            _all[kept++] = _all[i];
        }

        _all.RemoveRange(kept, _all.Count - kept);
    }

    public bool SameAs(PortAddresses other)
    {
        if (_all.Count != other._all.Count) return false;
        for (var i = 0; i < _all.Count; i++)
        {
            if (_all[i].IsReady != other._all[i].IsReady || !IsSame(_all[i].Address, other._all[i].Address)) return false;
        }

        return true;
    }

    public EndpointSubset ToSubset(IReadOnlyList<EndpointPort> ports)
    {
        List<EndpointAddress> ready = [], notReady = [];
        foreach (var (address, isReady) in _all) (isReady ? ready : notReady).Add(address);
        return new EndpointSubset(ready, notReady, ports);
    }

    private static bool IsSame(EndpointAddress left, EndpointAddress right) => left.Ip == right.Ip && left.TargetUid == right.TargetUid;

    private static int Compare((EndpointAddress Address, bool IsReady) left, (EndpointAddress Address, bool IsReady) right)
    {
        var order = string.CompareOrdinal(left.Address.Ip, right.Address.Ip);
        if (order == 0) order = string.CompareOrdinal(left.Address.TargetUid, right.Address.TargetUid);
        return order != 0 ? order : left.IsReady.CompareTo(right.IsReady);
    }
}
