using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// What keeps PetSets from what their users expect, though the API server takes them: no headless service, nobody who initializes pets.
/// </summary>
internal sealed class PetCheck(IReadOnlyList<Placed<ApplicationSpec>> applications, Habits habits)
{
    private readonly List<(PetSet Set, SourceNode Place)> _sets = [];

    private readonly Dictionary<ObjectKey, Service> _services = [];

    /// <param name="place">Where it stands.</param>
    public void Take(ApiObject value, SourceNode place)
    {
        if (value is PetSet set) _sets.Add((set, place));
        if (value is Service service) _services[service.Key] = service;
    }

    public void TellTo(Diagnostics diagnostics)
    {
        foreach (var (set, place) in _sets)
        {
            if (WithoutNames(set) is { } why) diagnostics.Remark(place, $"PetSet {set.Key}: {why}: its pets have no names in DNS");
            if (StopsAfterPet0(set))
            {
                diagnostics.Remark(
                    place,
                    $"PetSet {set.Key} stops after pet 0 of {set.Replicas}: neither has its template the annotation "
                        + $"{WellKnownAnnotations.PetInitialized}: \"true\", nor an application that selects it the key initializedAfter");
            }
        }
    }

    private string? WithoutNames(PetSet set)
    {
        if (set.ServiceName.Length == 0) return null; // its pods are refused, which its manifest is told
        if (!_services.TryGetValue(new ObjectKey(set.Namespace, set.ServiceName), out var service))
        {
            return $"no workload has its Service '{set.ServiceName}'";
        }
        return service.ClusterIP == "None" ? null : $"its Service '{set.ServiceName}' is not headless (clusterIP: None)";
    }

    private bool StopsAfterPet0(PetSet set) => habits.HasFlag(Habits.WaitsForInitialization)
        && set.Replicas > 1
        && !PetHealth.IsInitialized(set.Template.Annotations)
        && StateCheck.Of(applications, set) is not { Value.InitializedAfter: not null };
}
