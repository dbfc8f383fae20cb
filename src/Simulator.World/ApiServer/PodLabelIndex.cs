using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>
/// Pods by namespace and labels, so that a LIST with a selector looks at the pods of its templates only. What a selector matches is
/// remembered until labels come that were never seen.
/// </summary>
internal sealed class PodLabelIndex
{
    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);

    public PodLabelIndex(ObjectStore store) => store.Committed += OnCommitted;

    /// <summary>Pods of equal labels side by side. The list is not changed by later writes.</summary>
    public IReadOnlyList<ApiObject> List(ListPodsRequest request)
    {
        var groups = GroupsOf(request);
        if (groups.Count == 1) return groups[0].InOrder();
        List<ApiObject> pods = [];
        foreach (var group in groups) pods.AddRange(group.InOrder());
        return pods;
    }

    public int Count(ListPodsRequest request)
    {
        var count = 0;
        foreach (var group in GroupsOf(request)) count += group.Pods.Count;
        return count;
    }

    private List<Group> GroupsOf(ListPodsRequest request) =>
        _sections.TryGetValue(request.Namespace, out var section) ? section.Matching(request.Selector) : [];

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Object is not Pod pod) return;
        if (commit.Previous is Pod old && !ReferenceEquals(old.Metadata.Labels, pod.Metadata.Labels))
        {
            SectionOf(old).GroupOf(old).Remove(old.Name);
        }
        var group = SectionOf(pod).GroupOf(pod);
        if (commit.Type == WatchEventType.Deleted) group.Remove(pod.Name);
        else group.Put(pod);
    }

    private Section SectionOf(Pod pod)
    {
        if (!_sections.TryGetValue(pod.Namespace, out var section)) _sections.Add(pod.Namespace, section = new Section());
        return section;
    }

    private sealed class Section
    {
        private readonly Dictionary<LabelSet, Group> _groups = new(LabelSet.ByContent);
        private readonly Dictionary<SelectorMatcher, List<Group>> _matching = new(ReferenceEqualityComparer.Instance);

        public Group GroupOf(Pod pod)
        {
            if (_groups.TryGetValue(pod.Metadata.Labels, out var group)) return group;
            _groups.Add(pod.Metadata.Labels, group = new Group());
            _matching.Clear();
            return group;
        }

        public List<Group> Matching(SelectorMatcher selector)
        {
            if (_matching.TryGetValue(selector, out var groups)) return groups;
            groups = [];
            foreach (var (labels, group) in _groups)
            {
                if (selector.Matches(labels)) groups.Add(group);
            }

            _matching.Add(selector, groups);
            return groups;
        }
    }

    private sealed class Group
    {
        private ApiObject[]? _inOrder;

        /// <summary>By name: they share their namespace.</summary>
        public Dictionary<string, Pod> Pods { get; } = new(StringComparer.Ordinal);

        public void Put(Pod pod)
        {
            Pods[pod.Name] = pod;
            _inOrder = null;
        }

        public void Remove(string name)
        {
            Pods.Remove(name);
            _inOrder = null;
        }

        /// <summary>In the order in which they came: nothing is sorted or hashed.</summary>
        public ApiObject[] InOrder() => _inOrder ??= [.. Pods.Values];
    }
}
