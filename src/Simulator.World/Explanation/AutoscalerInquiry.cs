using System.Globalization;
using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>Looks on while a scenario is run again, and tells what a horizontal autoscaler did, and why.</summary>
/// <param name="name">Its name, or NAMESPACE/NAME.</param>
/// <param name="cluster">Null: of any.</param>
public sealed class AutoscalerInquiry(string name, string? cluster) : IObserver
{
    private readonly List<LifeEvent> _events = [];
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private IRunView? _run;
    private ObjectKey? _key;
    private string _found = "";
    private IClusterView? _cluster;
    private long _percent = -1;
    private long _wanted = -1;
    private string _fault = "";

    public bool IsFound => _found.Length > 0;

    /// <summary>All autoscalers so far.</summary>
    public IEnumerable<string> Names => _names;

    public void Follow(IRunView run)
    {
        _run = run;
        foreach (var view in run.Clusters.Where(view => cluster is null || view.Spec.Name == cluster))
        {
            view.Store.Committed += commit =>
            {
                if (commit.Object is HorizontalPodAutoscaler scaler) Note(scaler.Key, view);
            };
        }
    }

    public void Observe(in Observation observation)
    {
        if (observation.Subject != _found || _cluster?.Spec.Name != observation.Cluster) return;
        switch (observation.Kind)
        {
            case ObservationKind.AutoscalerMeasured: Measure(observation); break;
            case ObservationKind.AutoscalerFailing: Fail(observation); break;
            case ObservationKind.AutoscalerScaled:
                Tell(observation.At, $"scales from {observation.Extra} to {observation.Value}: {observation.Other}"); break;
        }
    }

    /// <exception cref="InvalidOperationException">It was not found.</exception>
    public WhyAutoscaler Answer()
    {
        if (_run is null || _cluster is null) throw new InvalidOperationException($"{name} was not found");
        var scaler = (HorizontalPodAutoscaler?)_cluster.Store.Find("HorizontalPodAutoscaler", _key!.Value);
        return scaler is null
            ? new WhyAutoscaler(_found, "", _run.Now, "is gone", "", _events)
            : new WhyAutoscaler(
                _found, $"{scaler.TargetKind} {scaler.Target}", _run.Now, StateOf(scaler), WaitsOf(scaler, _run.Now), _events);
    }

    private void Note(ObjectKey key, IClusterView view)
    {
        var full = key.ToString();
        _names.Add(full);
        if (!IsFound && (full == name || key.Name == name)) (_key, _found, _cluster) = (key, full, view);
    }

    private void Measure(in Observation measured)
    {
        (_percent, _wanted) = (measured.Value, measured.Extra);
        if (_percent >= 0) Tell(measured.At, $"measures {_percent} % of the requested CPU: asks for {Replicas(_wanted)}");
    }

    private void Fail(in Observation failing)
    {
        _fault = failing.Other;
        Tell(failing.At, _fault.Length > 0 ? $"fails: {_fault}" : "works again");
    }

    private void Tell(TimeSpan at, string text) => _events.Add(new LifeEvent(at, text));

    private string StateOf(HorizontalPodAutoscaler scaler)
    {
        var replicas = _cluster!.Store.Find(scaler.TargetKind, scaler.Target) is { } target && Scale.Of(target) is { } scale
            ? $"{Replicas(scale.CurrentReplicas)} of {scale.Replicas}"
            : "its target is not there, or cannot be scaled";
        var cpu = scaler.Status.CpuUtilization is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"; its status says {percent} % of the requested CPU")
            : "";
        return $"{replicas} (from {scaler.MinReplicas} to {scaler.MaxReplicas}){cpu}";
    }

    private string WaitsOf(HorizontalPodAutoscaler scaler, TimeSpan now)
    {
        if (_fault.Length > 0) return $"its passes fail: {_fault}";
        if (_percent < 0 || _wanted == scaler.Status.CurrentReplicas) return "";
        if (scaler.Status.Conditions.Count > 0) return Stabilized(scaler);
        if (scaler.Status.LastScaleTime is not { } last) return $"its next pass: it asks for {Replicas(_wanted)}";
        var options = _cluster!.Spec.ControllerManager.Autoscaling;
        var window = _wanted < scaler.Status.CurrentReplicas ? options.DownscaleWindow : options.UpscaleWindow;
        var due = last.SinceStart + window;
        if (_percent == 0) return $"{Clock.Of(due)}, by the clock as there is no use at all: it asks for {Replicas(_wanted)}";
        return due >= now - _cluster.Spec.Heapster.Period
            ? $"a sample that is stamped after {Clock.Of(due)}: it asks for {Replicas(_wanted)}, and has scaled at "
                + $"{Clock.Of(last.SinceStart)}"
            : $"its next pass: it asks for {Replicas(_wanted)}";
    }

    /// <summary>It says itself what holds it back.</summary>
    private string Stabilized(HorizontalPodAutoscaler scaler)
    {
        var told = scaler.Status.Conditions.Where(condition => condition is
        {
            Reason: "ScaleDownStabilized" or "ScaleUpStabilized" or "ScaleUpLimit" or "ScaleDownLimit",
        }).Select(condition => $"{condition.Reason}, {condition.Message}").ToList();
        return told.Count > 0
            ? $"it asks for {Replicas(_wanted)}: {string.Join("; ", told)}"
            : $"its next pass: it asks for {Replicas(_wanted)}";
    }

    private static string Replicas(long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "replica" : "replicas")}");
}
