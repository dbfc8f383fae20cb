using System.Runtime.InteropServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>Numbers each pair of namespace and labels that pods carry, so that a selector is asked once per pair and not once per pod.</summary>
public sealed class LabelClasses
{
    private readonly Dictionary<(string Namespace, string Labels), int> _byContent = [];
    private readonly Dictionary<(LabelSet Labels, string Namespace), int> _byReference = new(ReferenceKey.Instance);
    private readonly List<(string Namespace, LabelSet Labels)> _classes = [];

    public int Count => _classes.Count;

    public (string Namespace, LabelSet Labels) this[int labelClass] => _classes[labelClass];

    public int NumberOf(Pod pod)
    {
        var reference = (pod.Metadata.Labels, pod.Metadata.Namespace);
        if (_byReference.TryGetValue(reference, out var known)) return known;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _byContent, (pod.Metadata.Namespace, Signature(pod.Metadata.Labels)), out var exists);
        if (!exists)
        {
            number = _classes.Count;
            _classes.Add((pod.Metadata.Namespace, pod.Metadata.Labels));
        }

        // Bounded: pods without a template bring a label instance each.
        if (_byReference.Count < 65_536) _byReference[reference] = number;
        return number;
    }

    private static string Signature(LabelSet labels) => string.Join('\n', labels.Select(pair => $"{pair.Key}={pair.Value}"));

    private sealed class ReferenceKey : IEqualityComparer<(LabelSet Labels, string Namespace)>
    {
        public static readonly ReferenceKey Instance = new();

        public bool Equals((LabelSet Labels, string Namespace) x, (LabelSet Labels, string Namespace) y) =>
            ReferenceEquals(x.Labels, y.Labels) && x.Namespace == y.Namespace;

        public int GetHashCode((LabelSet Labels, string Namespace) key) =>
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Labels) ^ (key.Namespace.Length * 397);
    }
}
