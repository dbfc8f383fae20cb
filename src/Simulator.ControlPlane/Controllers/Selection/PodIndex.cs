using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Selection;

/// <summary>
/// Pods in classes of equal labels, linked with the objects that select them. An event costs one look-up, whatever the number of owners.
/// </summary>
/// <param name="kept">What its classes keep of their pods.</param>
internal sealed class PodIndex<TOwner>(PodsKept kept = PodsKept.Listed)
    where TOwner : SelectorOwner<TOwner>
{
    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);

    public bool TryGetOwner(ObjectKey key, out TOwner? owner)
    {
        owner = null;
        return _sections.TryGetValue(key.Namespace, out var section) && section.Owners.TryGetValue(key, out owner);
    }

    /// <summary>Those of all owners, in order.</summary>
    public IEnumerable<ObjectKey> Keys => AllOwners().Select(owner => owner.Key);

    /// <summary>All owners, in key order.</summary>
    public List<TOwner> AllOwners()
    {
        List<TOwner> owners = [];
        foreach (var section in _sections.Values) owners.AddRange(section.Owners.Values);
        owners.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return owners;
    }

    public void Add(TOwner owner)
    {
        var section = SectionOf(owner.Key.Namespace);
        section.Owners.Add(owner.Key, owner);
        foreach (var pods in section.Classes.Values) Link(owner, pods);
    }

    public void Remove(TOwner owner)
    {
        SectionOf(owner.Key.Namespace).Owners.Remove(owner.Key);
        foreach (var pods in owner.Classes) pods.Owners.Remove(owner);
        owner.Classes.Clear();
    }

    /// <summary>To be called when the owner's selector has changed.</summary>
    public void Relink(TOwner owner)
    {
        Remove(owner);
        Add(owner);
    }

    public PodClass<TOwner> ClassOf(Pod pod)
    {
        var section = SectionOf(pod.Namespace);
        if (section.Classes.TryGetValue(pod.Metadata.Labels, out var pods)) return pods;
        pods = new PodClass<TOwner>(pod.Metadata.Labels, kept);
        section.Classes.Add(pods.Labels, pods);
        foreach (var owner in section.Owners.Values) Link(owner, pods);
        return pods;
    }

    /// <summary>Takes a pod event into the classes; returns the class of the pod as it is now.</summary>
    public PodClass<TOwner> Apply(in WatchEvent podEvent)
    {
        var pod = (Pod)podEvent.Object;
        var pods = ClassOf(pod);
        var former = podEvent.Previous is Pod previous ? previous.Metadata.Labels.SameAs(pods.Labels) ? pods : ClassOf(previous) : null;
        if (former is not null && former != pods) former.Remove(pod.Name);
        if (podEvent.Type == WatchEventType.Deleted) pods.Remove(pod.Name);
        else pods.Put(pod, isNew: former != pods);
        return pods;
    }

    private Section SectionOf(string ns)
    {
        if (_sections.TryGetValue(ns, out var section)) return section;
        section = new Section();
        _sections.Add(ns, section);
        return section;
    }

    private static void Link(TOwner owner, PodClass<TOwner> pods)
    {
        if (!owner.Selects(pods.Labels)) return;
        owner.Classes.Add(pods);
        var place = 0;
        while (place < pods.Owners.Count && pods.Owners[place].Key.CompareTo(owner.Key) <= 0) place++;
        pods.Owners.Insert(place, owner);
    }

    private sealed class Section
    {
        public Dictionary<ObjectKey, TOwner> Owners { get; } = [];

        public Dictionary<LabelSet, PodClass<TOwner>> Classes { get; } = new(LabelSet.ByContent);
    }
}
