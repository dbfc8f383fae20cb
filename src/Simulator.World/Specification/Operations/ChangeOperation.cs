using Simulator.Api;

namespace Simulator.World;

/// <summary>Reads an object, changes it and writes it back; again if somebody else was faster.</summary>
public abstract record ChangeOperation(string Kind, ObjectKey Key) : OperationSpec
{
    /// <summary>The object as it should be; null if its kind cannot be changed in this way.</summary>
    public abstract ApiObject? Change(ApiObject stored);
}

/// <param name="Container">Null: the first one, or the only one.</param>
public sealed record SetImageOperation(string Kind, ObjectKey Key, string Image, string? Container) : ChangeOperation(Kind, Key)
{
    /// <summary>Kinds that have a pod template.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["DaemonSet", "Deployment", "PetSet", "ReplicaSet", "ReplicationController"];

    public override string Title => $"set image of {Kind} {Key} to {Image}";

    public override ApiObject? Change(ApiObject stored) => stored switch
    {
        Deployment deployment => deployment with { Template = WithImage(deployment.Template) },
        ReplicaController controller => controller with { Template = WithImage(controller.Template) },
        DaemonSet daemonSet => daemonSet with { Template = WithImage(daemonSet.Template) },
        PetSet petSet => petSet with { Template = WithImage(petSet.Template) },
        _ => null,
    };

    private PodTemplate WithImage(PodTemplate template)
    {
        var containers = template.Spec.Containers;
        var changed = containers.Select((container, index) =>
            (Container is null ? index == 0 : container.Name == Container) ? container with { Image = Image } : container);
        return template with { Spec = template.Spec with { Containers = [.. changed] } };
    }
}

/// <summary>Sets annotations (kubectl annotate --overwrite).</summary>
public sealed record AnnotateOperation(string Kind, ObjectKey Key, LabelSet Annotations) : ChangeOperation(Kind, Key)
{
    public override string Title => $"annotate {Kind} {Key} {Annotations}";

    public override ApiObject? Change(ApiObject stored) => stored with
    {
        Metadata = stored.Metadata with { Annotations = LabelSet.Of([.. stored.Metadata.Annotations, .. Annotations]) },
    };
}

/// <summary>A paused Deployment is not rolled out (kubectl rollout pause and resume).</summary>
public sealed record PauseOperation(ObjectKey Key, bool Paused) : ChangeOperation("Deployment", Key)
{
    public override string Title => $"{(Paused ? "pause" : "resume")} Deployment {Key}";

    public override ApiObject? Change(ApiObject stored) => (stored as Deployment) is { } deployment ? deployment with { Paused = Paused } : null;
}

/// <summary>A Deployment goes back to a former revision (kubectl rollout undo).</summary>
/// <param name="Revision">0 = the one before.</param>
public sealed record RollbackOperation(ObjectKey Key, long Revision) : ChangeOperation("Deployment", Key)
{
    public override string Title => $"roll back Deployment {Key}{(Revision == 0 ? "" : $" to revision {Revision}")}";

    public override ApiObject? Change(ApiObject stored) => (stored as Deployment) is { } deployment ? deployment with { RollbackTo = Revision } : null;
}

/// <summary>No new pod is scheduled to a cordoned node (kubectl cordon and uncordon).</summary>
public sealed record CordonOperation(string Node, bool Unschedulable) : ChangeOperation("Node", new ObjectKey("", Node))
{
    public override string Title => $"{(Unschedulable ? "cordon" : "uncordon")} {Node}";

    public override ApiObject? Change(ApiObject stored) => Of(stored, Unschedulable);

    public static ApiObject? Of(ApiObject stored, bool unschedulable) =>
        stored is Node node ? node with { Spec = node.Spec with { Unschedulable = unschedulable } } : null;
}
