using Simulator.Api;

namespace Simulator.World;

/// <summary>What kubectl apply makes of a stored object and a manifest: the manifest's labels, annotations and desired state; what the cluster has added stays.</summary>
/// <remarks>The manifest speaks for its defaults too: a Deployment without a replica count goes to 1.</remarks>
internal static class Applied
{
    public static ApiObject Over(ApiObject stored, ApiObject wanted)
    {
        var metadata = stored.Metadata with { Labels = wanted.Metadata.Labels, Annotations = Merged(stored.Metadata.Annotations, wanted.Metadata.Annotations) };
        ApiObject applied = (stored, wanted) switch
        {
            (Pod old, Pod next) => next with { Status = old.Status, Spec = next.Spec with { NodeName = old.NodeName } },
            (Job old, Job next) => JobSelector.Generate(next with { Metadata = old.Metadata, Selector = next.Selector ?? old.Selector }),
            (Node old, Node next) => next with { Status = old.Status },
            (PersistentVolumeClaim old, PersistentVolumeClaim next) => next with { VolumeName = next.VolumeName.Length > 0 ? next.VolumeName : old.VolumeName, Phase = old.Phase },
            (PersistentVolume old, PersistentVolume next) => next with { ClaimRef = next.ClaimRef ?? old.ClaimRef, Phase = old.Phase },
            _ => wanted,
        };
        return applied with { Metadata = metadata };
    }

    private static LabelSet Merged(LabelSet old, LabelSet next)
    {
        foreach (var (key, value) in next) old = old.With(key, value);
        return old;
    }
}
