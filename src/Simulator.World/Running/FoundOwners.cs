using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Versions;
using Simulator.World.ApiServer;
using Simulator.World.Specification;

namespace Simulator.World.Running;

/// <summary>Gives found pods back to their owners, and owners the statuses that their controllers would have written.</summary>
/// <param name="forms">What its controllers would have made.</param>
internal sealed class FoundOwners(ObjectStore store, SettledForms forms)
{
    private readonly Dictionary<(string Kind, ObjectKey Key), Owner?> _owners = [];

    /// <summary>The pod with a note of who made it; a pet with the names that 1.3 knows it by.</summary>
    public Pod Owned(FoundPod found)
    {
        if (OwnerOf(found) is not { } owner) return found.Pod;
        var (made, metadata) = (owner.Made.Metadata, found.Pod.Metadata);
        var pod = found.Pod with
        {
            Metadata = metadata with
            {
                CreatedBy = made.CreatedBy,
                OwnerReferences = made.OwnerReferences,
                Labels = owner.WithRevision(metadata.Labels),
            },
        };
        return owner.Pets?.GetValueOrDefault(pod.Name) is { } identity && !identity.IsBorneBy(pod) ? identity.Repair(pod) : pod;
    }

    public void Count(FoundPod found, Pod pod)
    {
        if (OwnerOf(found) is not { } owner || !pod.IsActive || found.IsTerminating) return;
        owner.Pods++;
        if (pod.IsReady) owner.Ready++;
    }

    public void WriteStatuses()
    {
        foreach (var set in store.List("ReplicaSet").Cast<ReplicaSet>().ToList()) store.Put(set with { Status = StatusOf(set) });
        foreach (var controller in store.List("ReplicationController").Cast<ReplicationController>().ToList())
        {
            store.Put(controller with { Status = StatusOf(controller) });
        }

        var sets = store.List("ReplicaSet").Cast<ReplicaSet>().ToLookup(set => set.Namespace);
        foreach (var deployment in store.List("Deployment").Cast<Deployment>().ToList())
        {
            store.Put(deployment with { Status = StatusOf(deployment, sets[deployment.Namespace]) });
        }

        foreach (var set in store.List("DaemonSet").Cast<DaemonSet>().ToList()) store.Put(set with { Status = StatusOf(set) });
        foreach (var set in store.List("PetSet").Cast<PetSet>().ToList())
        {
            var settled = forms.Pets(set);
            if (settled.Revision is { } revision) store.Put(revision);
            store.Put(set with { Status = settled.StatusOf(set, set.Replicas) });
        }
    }

    /// <summary>As its controller would have written it: a rollout that was over is over.</summary>
    private DeploymentStatus StatusOf(Deployment deployment, IEnumerable<ReplicaSet> near)
    {
        var selector = new PodSelector(deployment.Selector);
        var sets = near.Where(set => selector.Matches(set.Metadata.Labels)).ToList();
        var present = sets.Find(set => TemplateHash.AreEqual(set.Template, deployment.Template));
        var ready = sets.Sum(set => _owners.GetValueOrDefault((set.Kind, set.Key))?.Ready ?? 0);
        return new DeploymentStatus
        {
            ObservedGeneration = deployment.Metadata.Generation,
            Replicas = sets.Sum(CountOf),
            UpdatedReplicas = present is null ? 0 : CountOf(present),
            AvailableReplicas = ready,
            UnavailableReplicas = sets.Sum(set => set.Replicas) - ready,
        };
    }

    private ReplicaStatus StatusOf(ReplicaController controller) => new()
    {
        Replicas = CountOf(controller),
        FullyLabeledReplicas = CountOf(controller),
        ObservedGeneration = controller.Metadata.Generation,
    };

    private DaemonSetStatus StatusOf(DaemonSet set) => new()
    {
        DesiredNumberScheduled = CountOf(set),
        CurrentNumberScheduled = CountOf(set),
    };

    private int CountOf(ApiObject owner) => _owners.GetValueOrDefault((owner.Kind, owner.Key))?.Pods ?? 0;

    private Owner? OwnerOf(FoundPod found)
    {
        if (found.OwnerKind.Length == 0) return null;
        var key = (found.OwnerKind, new ObjectKey(found.Pod.Namespace, found.OwnerName));
        if (!_owners.TryGetValue(key, out var owner))
        {
            _owners.Add(key, owner = store.Find(key.OwnerKind, key.Item2) is { } stored ? new Owner(stored, forms) : null);
        }
        return owner;
    }

    private sealed class Owner(ApiObject value, SettledForms forms)
    {
        private readonly Dictionary<LabelSet, LabelSet> _labels = new(ReferenceEqualityComparer.Instance);

        /// <summary>A pod that its controller would make now; of a PetSet without replicas, one without a revision.</summary>
        public Pod Made { get; } = value switch
        {
            PetSet set when forms.Pets(set).Pets is [var first, ..] => first.Pod,
            DaemonSet daemons => forms.Pod(forms.DaemonTemplate(daemons), daemons),
            _ => forms.Pod(((IPodOwner)value).Template, value),
        };

        /// <summary>With the revision that later controllers know a pod by: a found pod is of the present one.</summary>
        public LabelSet WithRevision(LabelSet labels)
        {
            if (_labels.TryGetValue(labels, out var known)) return known;
            if (!Made.Metadata.Labels.TryGetValue(WellKnownLabels.ControllerRevisionHash, out var revision)) return labels;
            _labels.Add(labels, known = labels.With(WellKnownLabels.ControllerRevisionHash, revision));
            return known;
        }

        /// <summary>By name; null if it has none.</summary>
        public Dictionary<string, PetIdentity>? Pets { get; } =
            value is PetSet set ? PetIdentity.AllOf(set).ToDictionary(pet => pet.Key.Name, StringComparer.Ordinal) : null;

        /// <summary>Those that are active.</summary>
        public int Pods { get; set; }

        public int Ready { get; set; }
    }
}
