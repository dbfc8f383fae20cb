using System.Runtime.CompilerServices;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>The same answers as <see cref="PlainDecider"/>, from what is kept per class of pods; falls back to it for pods whose verdict depends on other nodes.</summary>
public sealed class FastDecider(SchedulingAlgorithm algorithm, ClusterState state) : IDecider
{
    /// <summary>Pods without a template bring a class each; beyond this number all classes are dropped and made anew.</summary>
    private const int ClassesMax = 4096;

    private readonly FastAlgorithm? _fast = FastAlgorithm.TryMake(algorithm);
    private readonly PlainDecider _plain = new(algorithm, state);
    private readonly Dictionary<Template, PodClass?> _classes = [];

    public Decision Decide(Pod pod, ulong roundRobin) => ClassOf(pod)?.Decide(roundRobin) ?? _plain.Decide(pod, roundRobin);

    private PodClass? ClassOf(Pod pod)
    {
        if (_fast is null) return null;
        var template = new Template(pod.Spec, pod.Metadata.Labels, pod.Namespace);
        if (_classes.TryGetValue(template, out var podClass)) return podClass;
        if (_classes.Count == ClassesMax) _classes.Clear();
        podClass = _fast.CanDecide(pod) ? new PodClass(pod, _fast, state) : null;
        _classes.Add(template, podClass);
        return podClass;
    }

    /// <summary>What makes two pods alike to the scheduler. By reference: pods of one controller share these instances.</summary>
    private readonly struct Template(PodSpec spec, LabelSet labels, string podNamespace) : IEquatable<Template>
    {
        private readonly PodSpec _spec = spec;
        private readonly LabelSet _labels = labels;
        private readonly string _namespace = podNamespace;

        public bool Equals(Template other) =>
            ReferenceEquals(_spec, other._spec) && ReferenceEquals(_labels, other._labels) && _namespace == other._namespace;

        public override bool Equals(object? obj) => obj is Template other && Equals(other);

        public override int GetHashCode() => (RuntimeHelpers.GetHashCode(_spec) * 397) ^ RuntimeHelpers.GetHashCode(_labels);
    }
}
