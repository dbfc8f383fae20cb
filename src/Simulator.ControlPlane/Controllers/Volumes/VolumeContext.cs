using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>What the parts of the volume controller share: what it knows, what is still to be settled, and its calls.</summary>
internal sealed class VolumeContext(PersistentVolumeOptions options, IMapOrder order)
{
    private readonly Dictionary<ObjectKey, string> _told = [];

    public PersistentVolumeOptions Options => options;

    public IMapOrder Order => order;

    public RoutineSet Routines { get; } = new();

    public SortedDictionary<string, PersistentVolume> Volumes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<ObjectKey, PersistentVolumeClaim> Claims { get; } = [];

    /// <summary>Classes of storage, by name.</summary>
    public Dictionary<string, StorageClass> Classes { get; } = new(StringComparer.Ordinal);

    public Operations Operations => field ??= new Operations(Routines, options.RetryDelayMin, options.RetryDelayMax);

    public NodeZones Zones { get; } = new();

    public WorkQueue VolumeQueue { get; } = new();

    public WorkQueue ClaimQueue { get; } = new();

    /// <summary>Volumes that a resync may find more to do about.</summary>
    public SortedSet<ObjectKey> UnsettledVolumes { get; } = [];

    /// <inheritdoc cref="UnsettledVolumes"/>
    public SortedSet<ObjectKey> UnsettledClaims { get; } = [];

    /// <summary>Something has happened since the last resync: the next one may find what that one did not.</summary>
    public bool IsStale { get; set; }

    public List<ClaimNote> Notes { get; } = [];

    /// <summary>False if a newer version is known.</summary>
    public bool Learn(PersistentVolume volume) => Learn(Volumes, volume.Name, volume);

    public bool Learn(PersistentVolumeClaim claim) => Learn(Claims, claim.Key, claim);

    /// <summary>Takes the object as it was stored; false if the call failed: the next event or resync goes on.</summary>
    public bool Took(in ApiResponse response)
    {
        IsStale |= !response.IsOk;
        if (!response.IsOk) return false;
        if (response.Object is PersistentVolume volume) Learn(volume);
        else if (response.Object is PersistentVolumeClaim claim) Learn(claim);
        return true;
    }

    public void Tell(ApiObject about, string reason, string message) =>
        Routines.Tell(new EventRequest(reason, about.Kind, about.Key, message));

    /// <summary>Notes why a claim waits, once for each reason in a row.</summary>
    public void Note(ObjectKey claim, string why)
    {
        if (_told.GetValueOrDefault(claim) == why) return;
        _told[claim] = why;
        Notes.Add(new ClaimNote(claim, why));
    }

    public void ForgetNotes(ObjectKey claim) => _told.Remove(claim);

    private static bool Learn<TKey, T>(SortedDictionary<TKey, T> known, TKey key, T now)
        where TKey : notnull
        where T : ApiObject
    {
        if (known.TryGetValue(key, out var before) && before.Metadata.ResourceVersion > now.Metadata.ResourceVersion) return false;
        known[key] = now;
        return true;
    }
}
