using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Traffic.Serving;

/// <summary>What the scenario's applications say of the load of their pods.</summary>
internal sealed class LoadTable(TrafficSetting setting, IReadOnlyList<ApplicationSpec> applications, NodeShares shares)
{
    private readonly Dictionary<ApplicationSpec, (
        LoadProfile Profile, DemandShare? Demand)> _known = new(ReferenceEqualityComparer.Instance);

    private readonly CpuTeller _cpu = new(setting.Simulation, setting.Log, setting.UsageStep);

    public bool AreAny { get; } = applications.Any(application => application.Load is not null);

    /// <summary>The cluster is there.</summary>
    public void Begin()
    {
        if (AreAny) _cpu.Begin();
    }

    /// <summary>The run is over.</summary>
    public void End(IReadOnlyList<ServiceTraffic> services)
    {
        foreach (var service in services) service.End();
        _cpu.End();
    }

    /// <summary>The pod begins to serve.</summary>
    public void Begin(Backend backend, Pod pod)
    {
        if (!AreAny || ApplicationOf(pod) is not { Load: { } load } application) return;
        var (profile, demand) = Of(application, load);
        (backend.Profile, backend.Demand) = (profile, demand);
        (backend.MilliCpuLimit, backend.MilliCpuRequest) = (PodCpu.LimitOf(pod.Spec), PodCpu.RequestOf(pod.Spec));
        backend.MilliCpuMost = backend.MilliCpuLimit;
        demand?.Change(1, setting.Simulation.Now);
        shares.Add(backend);
        _cpu.Add(backend, WorkloadFacts.OwnerOf(pod) is { Length: > 0 } owner ? owner : pod.Key.ToString());
    }

    /// <summary>It stops.</summary>
    public void End(Backend backend)
    {
        if (backend.Profile is null) return;
        backend.Demand?.Change(-1, setting.Simulation.Now);
        shares.Remove(backend);
        _cpu.Remove(backend);
    }

    /// <summary>The first that selects it, as for all that applications say.</summary>
    private ApplicationSpec? ApplicationOf(Pod pod) => applications.FirstOrDefault(
        application => application.Namespace == pod.Namespace && application.Selector.IsSubsetOf(pod.Metadata.Labels));

    private (LoadProfile Profile, DemandShare? Demand) Of(ApplicationSpec application, LoadSpec load)
    {
        if (_known.TryGetValue(application, out var known)) return known;
        var shares = load.CpuDemand.Count > 0 || load.Metrics.Any(metric => metric.Kind == MetricKind.Together);
        var demand = shares ? new DemandShare(load.CpuDemand) : null;
        return _known[application] = (new LoadProfile(load, application.Memory ?? 0), demand);
    }
}
