namespace Simulator.Api;

/// <summary>What every object carries. Name and namespace identify it within its kind; the revision tells its versions apart.</summary>
public sealed record ObjectMeta
{
    public string Name { get; init; } = "";

    /// <summary>"" for objects that live outside namespaces (nodes, volumes, namespaces).</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Prefix from which the API server makes a name when <see cref="Name"/> is empty.</summary>
    public string GenerateName { get; init; } = "";

    public string Uid { get; init; } = "";

    /// <summary>Store revision of the last write; 0 for an object that was never stored.</summary>
    public long ResourceVersion { get; init; }

    /// <summary>Counts changes of the desired state.</summary>
    public long Generation { get; init; }

    /// <summary>Whole seconds; null before the object is stored.</summary>
    public Instant? CreationTimestamp { get; init; }

    /// <summary>Whole seconds; set once a graceful deletion has been asked for: the moment by which the object should be gone.</summary>
    public Instant? DeletionTimestamp { get; init; }

    public long? DeletionGracePeriodSeconds { get; init; }

    public LabelSet Labels { get; init; } = LabelSet.Empty;

    public LabelSet Annotations { get; init; } = LabelSet.Empty;

    /// <summary>
    /// The controller that made the object (annotation kubernetes.io/created-by); null if a user did. Its pods share one instance.
    /// </summary>
    public ObjectReference? CreatedBy { get; init; }

    /// <summary>Null where there are none.</summary>
    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }

    /// <summary>metadata.finalizers; null where there are none.</summary>
    public IReadOnlyList<string>? Finalizers { get; init; }

    /// <summary>The owner that looks after the object (metav1.GetControllerOf); null if nobody does.</summary>
    public OwnerReference? ControllerReference
    {
        get
        {
            if (OwnerReferences is null) return null;
            foreach (var owner in OwnerReferences)
            {
                if (owner.IsController) return owner;
            }

            return null;
        }
    }

    public bool IsBeingDeleted => DeletionTimestamp is not null;
}
