using Simulator.Api.Documents;

namespace Simulator.Api.Ownership;

/// <summary>
/// Objects of the input that are another one's work, as in a dump (<c>kubectl get all -o yaml</c>): they are left out, because the owner
/// makes them again. All documents of the input are surveyed before any of them is read.
/// </summary>
public sealed class OwnedObjects
{
    /// <summary>Only these make their objects again; an operator does not run here, so that what it made is kept.</summary>
    private static readonly string[] Makers =
    [
        "CronJob", "DaemonSet", "Deployment", "Job", "Node", "PetSet", "ReplicaSet", "ReplicationController", "ScheduledJob",
    ];

    private readonly Dictionary<(string Kind, string Namespace, string Name), InputObject> _byName = [];

    private readonly Dictionary<string, InputObject> _byUid = new(StringComparer.Ordinal);

    /// <summary>Those whose selector is told by labels.</summary>
    private readonly List<InputObject> _deployments = [];

    /// <summary>Takes note of who is there; the items of lists count as documents.</summary>
    public void Survey(IEnumerable<SourceNode> documents)
    {
        foreach (var document in documents) Survey(document, "");
    }

    /// <summary>Why an object is not made from the input; null if it is.</summary>
    internal Omission? LeftOut(SourceMapping @object, string kind)
    {
        var self = InputObject.From(@object, kind);
        return Reason(self) is { } reason ? new Omission(reason.Effect, kind, "", reason.Sentence, @object) : null;
    }

    /// <summary>A pod or set whose maker is elsewhere lives on its own; null if it has no maker, or one of the input.</summary>
    internal Omission? Orphaned(SourceMapping @object, string kind)
    {
        if (kind is not ("Pod" or "ReplicaSet" or "Job")) return null;
        var self = InputObject.From(@object, kind);
        if (self.Owners is not [var first, ..] || OwnerIn(self) is not null) return null;
        var owner = first.Kind == "PetSet" ? "StatefulSet" : first.Kind;
        return kind == "Pod"
            ? new Omission(
                Effect.ChangesDecisions, kind, "metadata.ownerReferences",
                $"its {owner} is not in the input: it lives as a pod of its own, which nobody replaces", @object)
            : new Omission(
                Effect.ChangesDetails, kind, "metadata.ownerReferences", $"its {owner} is not in the input: it lives on its own", @object);
    }

    private (Effect Effect, string Sentence)? Reason(InputObject self) => self switch
    {
        { Kind: "Pod", IsMirror: true } => (Effect.ChangesDetails, "left out: kubelets make static pods from files of their machines"),
        _ when OwnerIn(self) is { Kind: "Node" } =>
            (Effect.ChangesDetails, "left out: kubelets make static pods from files of their machines"),
        _ when OwnerIn(self) is { } owner =>
            (Effect.ChangesDetails, $"left out: its {(owner.Kind == "PetSet" ? "StatefulSet" : owner.Kind)} is in the input and makes "
                + "its own"),
        { Kind: "Endpoints", IsLeader: true } => (Effect.ChangesNothing, "left out: a leader notes itself anew"),
        { Kind: "Endpoints" } when _byName.GetValueOrDefault(("Service", self.Namespace, self.Name))?.Selector is not null =>
            (Effect.ChangesNothing, "left out: they follow from their Service"),
        _ => null,
    };

    /// <summary>
    /// By reference; else a ReplicaSet, or a pod of one that is not in the input, is its Deployment's whose selector it fits (1.3 notes no
    /// owner).
    /// </summary>
    private InputObject? OwnerIn(InputObject self)
    {
        foreach (var claim in self.Owners)
        {
            if (Find(claim, self) is { } owner && Makers.Contains(owner.Kind) && !ReferenceEquals(owner, self)) return owner;
        }

        var isOfDeployment = self.Labels.ContainsKey(WellKnownLabels.PodTemplateHash)
            && (self.Kind == "ReplicaSet" || (self.Kind == "Pod" && self.Owners.Any(claim => claim.Kind == "ReplicaSet")));
        return isOfDeployment ? _deployments.Find(other => Selects(other, self)) : null;
    }

    private InputObject? Find(OwnerClaim claim, InputObject self) =>
        _byUid.GetValueOrDefault(claim.Uid)
            ?? _byName.GetValueOrDefault((claim.Kind, self.Namespace, claim.Name))
            ?? (claim.Kind == "Node" ? _byName.GetValueOrDefault((claim.Kind, "default", claim.Name)) : null);

    private static bool Selects(InputObject owner, InputObject self) =>
        owner.Namespace == self.Namespace && owner.Selector!.All(label => self.Labels.GetValueOrDefault(label.Key) == label.Value);

    private void Survey(SourceNode document, string itemKind)
    {
        if (document is not SourceMapping mapping) return;
        var kind = mapping["kind"] is SourceScalar { Text.Length: > 0 } scalar ? scalar.Text : itemKind;
        if (mapping["items"] is SourceSequence items && kind.EndsWith("List", StringComparison.Ordinal))
        {
            foreach (var item in items.Items) Survey(item, kind[..^4]);
            return;
        }

        Add(InputObject.From(mapping, kind));
    }

    private void Add(InputObject @object)
    {
        _byName.TryAdd((@object.Kind, @object.Namespace, @object.Name), @object);
        if (@object.Uid.Length > 0) _byUid.TryAdd(@object.Uid, @object);
        if (@object is { Kind: "Deployment", Selector: not null }) _deployments.Add(@object);
    }
}
