namespace Simulator.Api;

/// <summary>The scale subresource of whatever keeps a number of pods (extensions/v1beta1 of 1.3, which has none of PetSets).</summary>
public sealed record Scale : ApiObject
{
    public override string Kind => "Scale";

    /// <summary>Of the object whose scale it is.</summary>
    public string TargetKind { get; init; } = "";

    /// <summary>spec.replicas</summary>
    public int Replicas { get; init; }

    /// <summary>status.replicas: pods that there are.</summary>
    public int CurrentReplicas { get; init; }

    /// <summary>Null or empty: the object has none.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>Null if an object of its kind cannot be scaled this way.</summary>
    public static Scale? Of(ApiObject target) => target switch
    {
        ReplicaController controller => Of(target, controller.Replicas, controller.Status.Replicas, controller.PodSelector),
        Deployment deployment => Of(target, deployment.Replicas, deployment.Status.Replicas, deployment.Selector),
        PetSet set => Of(target, set.Replicas, set.Status.Replicas, set.Selector),
        _ => null,
    };

    /// <summary>The object with so many replicas; its version is the one that this scale was read at.</summary>
    public ApiObject AppliedTo(ApiObject target) => target switch
    {
        ReplicaController controller => controller with { Replicas = Replicas, Metadata = At(target.Metadata) },
        Deployment deployment => deployment with { Replicas = Replicas, Metadata = At(target.Metadata) },
        PetSet set => set with { Replicas = Replicas, Metadata = At(target.Metadata) },
        _ => target,
    };

    private ObjectMeta At(ObjectMeta target) => target with { ResourceVersion = Metadata.ResourceVersion };

    private static Scale Of(ApiObject target, int replicas, int current, LabelSelector? selector) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = target.Name,
            Namespace = target.Namespace,
            Uid = target.Metadata.Uid,
            ResourceVersion = target.Metadata.ResourceVersion,
        },
        TargetKind = target.Kind,
        Replicas = replicas,
        CurrentReplicas = current,
        Selector = selector,
    };
}
