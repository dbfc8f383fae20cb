using Simulator.World.Metrics;
using Simulator.World.Nodes;
using Simulator.World.Traffic.Serving;

namespace Simulator.World.Traffic;

/// <summary>A pod as a target of requests.</summary>
internal sealed class Backend(string uid) : IPodMeter
{
    /// <summary>By service, in the order of <see cref="Services"/>; null: it is in none.</summary>
    private readonly List<PodGroup?> _groups = [];
    private double _coreSeconds;
    private (TimeSpan At, double Requests, double Demand) _marks;

    public string Uid => uid;

    public SimulatedNode? Node { get; set; }

    public int Zone { get; set; }

    /// <summary>Number of the view of slices that it was put into last.</summary>
    public int SeenIn { get; set; }

    /// <summary>Ground truth: its containers answer.</summary>
    public bool IsServing { get; set; }

    /// <summary>Its object is gone; its containers may live on where the node is cut off.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>How it serves; null: requests take no time, or nobody has said.</summary>
    public LoadProfile? Profile { get; set; }

    /// <summary>CPU that its application uses whatever comes; null: none.</summary>
    public DemandShare? Demand { get; set; }

    /// <summary>Thousandths of a core that its limits allow; infinite without one.</summary>
    public double MilliCpuLimit { get; set; } = double.PositiveInfinity;

    /// <summary>Thousandths of a core that its containers request: its share of a machine that has too few.</summary>
    public double MilliCpuRequest { get; set; }

    /// <summary>Thousandths of a core that it can have now.</summary>
    public double MilliCpuMost { get; set; } = double.PositiveInfinity;

    /// <summary>Thousandths of a core that it would use at most, on a machine of its own.</summary>
    public double MilliCpuMax => Math.Min(MilliCpuLimit, Profile?.MilliCpuMax ?? 0);

    /// <summary>Thousandths of a core that it would use now, on a machine of its own.</summary>
    public double MilliCpuWished => Math.Min(MilliCpuLimit, Home?.MilliCpuWished ?? Profile?.Spec.IdleMilliCpu ?? 0);

    public double Slowness => Node?.Slowness ?? 1;

    /// <summary>Where it shares CPU; it may have left it since.</summary>
    public NodeShares.Machine? Machine { get; set; }

    /// <summary>Services that have or had it among their endpoints.</summary>
    public List<ServiceTraffic> Services { get; } = [];

    /// <summary>Of the requests that reach it.</summary>
    public double FailingShare => !IsServing || Node is null ? 1 : Node.FailingShare;

    /// <summary>The group that counts what it uses: of the first service that sends it requests.</summary>
    public PodGroup? Home { get; private set; }

    public PodGroup? GroupIn(ServiceTraffic service) =>
        Services.IndexOf(service) is var at && at >= 0 && at < _groups.Count ? _groups[at] : null;

    /// <summary>Requests a second that other services send to it.</summary>
    public double FromOthers(ServiceTraffic service)
    {
        if (Services.Count < 2) return 0;
        var sum = 0.0;
        for (var i = 0; i < _groups.Count; i++)
        {
            if (_groups[i] is { } group && Services[i] != service) sum += Services[i].To(group);
        }

        return sum;
    }

    /// <param name="group">Null: it leaves the group that it is in.</param>
    public void Join(ServiceTraffic service, PodGroup? group, TimeSpan now)
    {
        CountUsage(now);
        var at = Services.IndexOf(service);
        if (at < 0)
        {
            at = Services.Count;
            Services.Add(service);
        }

        while (_groups.Count < Services.Count) _groups.Add(null);
        _groups[at] = group;
        Home = _groups.Find(static each => each is not null);
        MarkUsage(now);
    }

    /// <summary>Thousandths of a core that it uses.</summary>
    public double MilliCpuAt(TimeSpan now) =>
        IsServing ? Idle + Math.Min(MilliCpuLimit - Idle, (Home?.MilliCpu ?? 0) + (Demand?.MilliCpuAt(now) ?? 0)) : 0;

    /// <summary>CPU time that it has used.</summary>
    public double CoreSecondsAt(TimeSpan now) => _coreSeconds + Since(now);

    /// <summary>The same up to its last change.</summary>
    public double CoreSecondsCounted => _coreSeconds;

    /// <summary>Before a change of what it uses: what it used until now counts.</summary>
    public void CountUsage(TimeSpan now) => _coreSeconds = CoreSecondsAt(now);

    /// <summary>After it: what it uses from now on begins at nothing.</summary>
    public void MarkUsage(TimeSpan now) => _marks = (now, Home?.CoreSecondsAt(now) ?? 0, Demand?.CoreSecondsAt(now) ?? 0);

    private double Idle => Profile?.Spec.IdleMilliCpu ?? 0;

    private double Since(TimeSpan now)
    {
        if (!IsServing) return 0;
        var requests = Home is { } home ? home.CoreSecondsAt(now) - _marks.Requests : 0;
        var demand = Demand is { } share ? share.CoreSecondsAt(now) - _marks.Demand : 0;
        return (Idle / 1000 * (now - _marks.At).TotalSeconds) + requests + demand;
    }
}
