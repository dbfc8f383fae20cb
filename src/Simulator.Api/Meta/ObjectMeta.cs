namespace Simulator.Api;

/// <summary>What every object carries. Name and namespace identify it within its kind; the revision tells its versions apart.</summary>
public sealed record ObjectMeta
{
    // Every write copies this object: what objects of one template have in common is one reference, and what may be absent takes 8 bytes
    // instead of 16 (88 bytes instead of 152; a settled pod keeps 64 less, and its start allocates twice that less).
    private readonly SharedMeta _shared = SharedMeta.Empty;
    private readonly MaybeNumber _created;
    private readonly MaybeNumber _deleted;
    private readonly MaybeNumber _grace;

    public string Name { get; init; } = "";

    /// <summary>"" for objects that live outside namespaces (nodes, volumes, namespaces).</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Prefix from which the API server makes a name when <see cref="Name"/> is empty.</summary>
    public string GenerateName
    {
        get => _shared.GenerateName;
        init => _shared = ReferenceEquals(value, _shared.GenerateName) ? _shared : _shared with { GenerateName = value };
    }

    public string Uid { get; init; } = "";

    /// <summary>Store revision of the last write; 0 for an object that was never stored.</summary>
    public long ResourceVersion { get; init; }

    /// <summary>Counts changes of the desired state.</summary>
    public long Generation { get; init; }

    /// <summary>Whole seconds; null before the object is stored.</summary>
    public Instant? CreationTimestamp
    {
        get => _created.Instant;
        init => _created = MaybeNumber.Of(value);
    }

    /// <summary>Whole seconds; set once a graceful deletion has been asked for: the moment by which the object should be gone.</summary>
    public Instant? DeletionTimestamp
    {
        get => _deleted.Instant;
        init => _deleted = MaybeNumber.Of(value);
    }

    public long? DeletionGracePeriodSeconds
    {
        get => _grace.Number;
        init => _grace = MaybeNumber.Of(value);
    }

    public LabelSet Labels
    {
        get => _shared.Labels;
        init => _shared = ReferenceEquals(value, _shared.Labels) ? _shared : _shared with { Labels = value };
    }

    public LabelSet Annotations
    {
        get => _shared.Annotations;
        init => _shared = ReferenceEquals(value, _shared.Annotations) ? _shared : _shared with { Annotations = value };
    }

    /// <summary>
    /// The controller that made the object (annotation kubernetes.io/created-by); null if a user did. Its pods share one instance.
    /// </summary>
    public ObjectReference? CreatedBy
    {
        get => _shared.CreatedBy;
        init => _shared = ReferenceEquals(value, _shared.CreatedBy) ? _shared : _shared with { CreatedBy = value };
    }

    /// <summary>Null where there are none.</summary>
    public IReadOnlyList<OwnerReference>? OwnerReferences
    {
        get => _shared.OwnerReferences;
        init => _shared = ReferenceEquals(value, _shared.OwnerReferences) ? _shared : _shared with { OwnerReferences = value };
    }

    /// <summary>metadata.finalizers; null where there are none.</summary>
    public IReadOnlyList<string>? Finalizers
    {
        get => _shared.Finalizers;
        init => _shared = ReferenceEquals(value, _shared.Finalizers) ? _shared : _shared with { Finalizers = value };
    }

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

    public bool IsBeingDeleted => !_deleted.IsAbsent;
}
