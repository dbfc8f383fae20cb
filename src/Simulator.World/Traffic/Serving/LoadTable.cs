using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Traffic.Serving;

/// <summary>What the scenario's applications say of the load of their pods.</summary>
internal sealed class LoadTable(Simulation simulation, IReadOnlyList<ApplicationSpec> applications, NodeShares shares, CpuTeller cpu)
{
    private readonly Dictionary<ApplicationSpec, (
        LoadProfile Profile, DemandShare? Demand)> _known = new(ReferenceEqualityComparer.Instance);

    public bool AreAny { get; } = applications.Any(application => application.Load is not null);

    /// <summary>The pod begins to serve.</summary>
    public void Begin(Backend backend, Pod pod)
    {
        if (!AreAny || ApplicationOf(pod) is not { Load: { } load } application) return;
        var (profile, demand) = Of(application, load);
        (backend.Profile, backend.Demand) = (profile, demand);
        (backend.MilliCpuLimit, backend.MilliCpuRequest) = (PodCpu.LimitOf(pod.Spec), PodCpu.RequestOf(pod.Spec));
        backend.MilliCpuMost = backend.MilliCpuLimit;
        demand?.Change(1, simulation.Now);
        shares.Add(backend);
        cpu.Add(backend, WorkloadFacts.OwnerOf(pod) is { Length: > 0 } owner ? owner : pod.Key.ToString());
    }

    /// <summary>It stops.</summary>
    public void End(Backend backend)
    {
        if (backend.Profile is null) return;
        backend.Demand?.Change(-1, simulation.Now);
        shares.Remove(backend);
        cpu.Remove(backend);
    }

    /// <summary>The first that selects it, as for all that applications say.</summary>
    private ApplicationSpec? ApplicationOf(Pod pod) => applications.FirstOrDefault(
        application => application.Namespace == pod.Namespace && application.Selector.IsSubsetOf(pod.Metadata.Labels));

    private (LoadProfile Profile, DemandShare? Demand) Of(ApplicationSpec application, LoadSpec load)
    {
        if (_known.TryGetValue(application, out var known)) return known;
        var demand = load.CpuDemand.Count > 0 ? new DemandShare(load.CpuDemand) : null;
        return _known[application] = (new LoadProfile(load, application.Memory ?? 0), demand);
    }
}
