using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// Holds what applications keep against the workloads that they select: no majority and no copies of more members than there are.
/// </summary>
internal static class StateCheck
{
    public static void Check(IReadOnlyList<Placed<ApplicationSpec>> applications, IReadOnlyList<WorkloadSpec> workloads)
    {
        var owners = workloads.SelectMany(workload => workload.Objects)
            .Where(owner => ReplicasOf(owner) is not null)
            .ToLookup(owner => Of(applications, owner));
        foreach (var application in applications.Where(application => application.Value.State is not null && owners[application].Any()))
        {
            Check(application.Fields, application.Value.State!, owners[application].MinBy(ReplicasOf)!);
        }
    }

    /// <param name="owner">The smallest of its workloads.</param>
    private static void Check(FieldReader application, StateSpec state, ApiObject owner)
    {
        var replicas = ReplicasOf(owner)!.Value;
        var members = replicas == 1 ? "1 replica" : $"{replicas} replicas";
        if (state.Majority > replicas)
        {
            Error(
                application, "majority",
                $"{state.Majority} is more than the {members} of {owner.Kind} {owner.Key}; allowed is 1 to {replicas}: no write would "
                    + "ever be accepted");
        }
        if (state.Kind == StateKind.Sharded && state.Copies > replicas)
        {
            Error(
                application, "copies",
                $"{state.Copies} is more than the {members} of {owner.Kind} {owner.Key}; allowed is 1 to {replicas}");
        }
    }

    /// <summary>The first application that selects the pods of an object; null if none does.</summary>
    public static Placed<ApplicationSpec>? Of(IReadOnlyList<Placed<ApplicationSpec>> applications, ApiObject owner)
    {
        if (owner is not IPodOwner { Template: var template }) return null;
        return applications.FirstOrDefault(placed => placed.Value.Namespace == owner.Namespace
            && placed.Value.Selector.IsSubsetOf(template.Labels));
    }

    /// <summary>Null for what has no members of its own, or none at all.</summary>
    private static int? ReplicasOf(ApiObject owner) => owner switch
    {
        PetSet { Replicas: > 0 } set => set.Replicas,
        ReplicaController { Replicas: > 0 } controller => controller.Replicas,
        Deployment { Replicas: > 0 } deployment => deployment.Replicas,
        _ => null,
    };

    private static void Error(FieldReader application, string key, string sentence)
    {
        var state = (SourceMapping)application.Node["state"]!;
        application.Context.Diagnostics.Error(state[key] ?? state, application.Path.Child("state").Child(key).Says(sentence));
    }
}
