using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Rollouts;
using Simulator.ControlPlane.Controllers.ScheduledDaemons;
using Simulator.ControlPlane.Controllers.Serving;
using Simulator.ControlPlane.Controllers.Serving.Slices;

namespace Simulator.ControlPlane.Versions;

/// <summary>
/// What controllers would have made long ago of their objects, for clusters that start with their workloads running: so that they find
/// nothing to do.
/// </summary>
public sealed record SettledForms
{
    /// <summary>Owners know their pods by labels.</summary>
    internal static SettledForms ByLabels { get; } = new()
    {
        Pod = static (template, owner) => ControlledPod.From(template, ControlledPod.ReferenceTo(owner)),
        Set = NewReplicaSet.For,
        Pets = SettledPets.ByAnnotation,
        DaemonTemplate = static set => set.Template,
        Serving = static (service, pods) => [EndpointsPlan.Of(service, pods).AppliedTo(null, service)],
        Status = static (owner, replicas, _) => new ReplicaStatus
        {
            Replicas = replicas,
            FullyLabeledReplicas = replicas,
            ObservedGeneration = owner.Metadata.Generation,
        },
    };

    /// <summary>What is made names its owner.</summary>
    internal static SettledForms ByReference { get; } = new()
    {
        Pod = static (template, owner) => OwnedPod.From(template, OwnerOf(owner)),
        Pets = SettledPets.ByReference,
        Set = static (deployment, revision) => Owned(NewReplicaSet.For(deployment, revision), deployment),
        DaemonTemplate = static set => DaemonPod.Of(set.Template, TemplateHash.Of(set.Template)),
        Serving = static (service, pods) =>
        [
            EndpointsPlan.Of(service, pods, EndpointMembers.Unfinished).AppliedTo(null, service), .. SlicePlan.Of(service, pods),
        ],
        Status = static (owner, replicas, running) => new ReplicaStatus
        {
            Replicas = replicas,
            FullyLabeledReplicas = replicas,
            ReadyReplicas = running,
            AvailableReplicas = running,
            ObservedGeneration = owner.Metadata.Generation,
        },
    };

    /// <summary>A pod of an owner; asked once an owner, so that all its pods share what they can.</summary>
    public required Func<PodTemplate, ApiObject, Pod> Pod { get; init; }

    /// <summary>The ReplicaSet of a Deployment's template, without replicas, under a revision.</summary>
    public required Func<Deployment, string, ReplicaSet> Set { get; init; }

    /// <summary>The pods of a PetSet, with all that goes with them.</summary>
    public required Func<PetSet, SettledPets> Pets { get; init; }

    /// <summary>What the pods of a DaemonSet are made from.</summary>
    public required Func<DaemonSet, PodTemplate> DaemonTemplate { get; init; }

    /// <summary>What a service has whose selector matches these pods; what has no name yet gets one.</summary>
    public required Func<Service, IReadOnlyList<Pod>, IReadOnlyList<ApiObject>> Serving { get; init; }

    /// <summary>Of an owner with so many pods, of which so many run.</summary>
    public required Func<ReplicaController, int, int, ReplicaStatus> Status { get; init; }

    private static Owner<ApiObject> OwnerOf(ApiObject owner) => new(owner, static _ => null);

    private static ReplicaSet Owned(ReplicaSet set, Deployment deployment)
    {
        var owner = OwnerOf(deployment);
        var metadata = set.Metadata with
        {
            Annotations = SetNotes.WithSizes(set.Metadata.Annotations, deployment),
            OwnerReferences = owner.References,
            CreatedBy = owner.CreatedBy,
        };
        return set with { Metadata = metadata, MinReadySeconds = deployment.MinReadySeconds };
    }
}
