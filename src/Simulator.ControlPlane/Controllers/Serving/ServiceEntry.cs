using Simulator.Api;
using Simulator.ControlPlane.Controllers.Selection;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>A service as the watch has shown it, with the pods it selects and the plan that was last made from them.</summary>
internal sealed class ServiceEntry(Service service, EndpointMembers members)
    : SelectorOwner<ServiceEntry>(service.Key), IServed
{
    private EndpointsPlan? _plan;
    private long _plannedVersion;

    public Service Service { get; } = service;

    /// <summary>Its pods by address.</summary>
    public ServiceMembers Members { get; } = new(service, members);

    public override bool Selects(LabelSet labels) => Service.Selector is { Count: > 0 } selector && selector.IsSubsetOf(labels);

    /// <summary>Made anew only if one of its pods has changed: the 30 s resync mostly finds that nothing has.</summary>
    public EndpointsPlan Plan()
    {
        var version = Version();
        if (_plan is not null && _plannedVersion == version) return _plan;
        _plannedVersion = version;
        return _plan = Members.TryPlan() ?? EndpointsPlan.For(Service, Pods(), members);
    }

    public void Put(Pod pod) => Members.Put(pod);

    public void Remove(ObjectKey pod) => Members.Remove(pod.Name);

    /// <summary>Its pods in no useful order.</summary>
    public IEnumerable<Pod> Pods()
    {
        foreach (var pods in Classes)
        {
            foreach (var pod in pods.Pods) yield return pod;
        }
    }

    /// <summary>Grows with every change of a pod of these classes; classes are only ever added while the service stays the same.</summary>
    private long Version()
    {
        var version = 0L;
        foreach (var pods in Classes) version += pods.Version;
        return version;
    }
}
