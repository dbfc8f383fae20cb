using System.Globalization;
using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast;

namespace Simulator.Scenarios.Conformance.Scheduling;

/// <summary>
/// Many pods, one after another, on one scheduler: hosts, ties, scores and the final sums of the cache, by both deciders.
/// </summary>
public sealed class SequenceKind : IConformanceKind
{
    public string Kind => "sequence";

    public string? Difference(JsonElement recording) =>
        Replay(recording, "plain", scheduler => new PlainDecider(scheduler.Algorithm, scheduler.State))
        ?? Replay(recording, "fast", scheduler => new FastDecider(scheduler.Algorithm, scheduler.State));

    private static string? Replay(JsonElement recording, string which, Func<RecordedScheduler, IDecider> decider)
    {
        var scheduler = new RecordedScheduler(recording);
        var run = new Run(scheduler, decider(scheduler), recording);
        foreach (var operation in recording.GetProperty("ops").EnumerateArray()) run.Do(operation);
        run.CompareFinal();
        return run.Comparison.Difference is { } difference ? $"{which}: {difference}" : null;
    }

    private sealed class Run
    {
        private readonly RecordedScheduler _scheduler;
        private readonly IDecider _decider;
        private readonly JsonElement _expect;
        private readonly JsonElement[] _hosts;
        private readonly JsonElement[] _fit;
        private readonly JsonElement[] _ties;
        private readonly JsonElement[] _max;
        private readonly Dictionary<string, Pod> _templates;
        private ulong _selections;
        private int _index;

        public Run(RecordedScheduler scheduler, IDecider decider, JsonElement recording)
        {
            (_scheduler, _decider, _expect) = (scheduler, decider, recording.GetProperty("expect"));
            JsonElement[] Column(string name) => [.. _expect.GetProperty(name).EnumerateArray()];
            (_hosts, _fit, _ties, _max) = (Column("hosts"), Column("fit"), Column("ties"), Column("max"));
            _templates = recording.GetProperty("templates").EnumerateObject().ToDictionary(
                template => template.Name, template => (Pod)RecordedScheduler.ObjectOf(template.Value, "Pod"));
        }

        public Comparison Comparison { get; } = new();

        public void Do(JsonElement operation)
        {
            switch (operation.Text("op"))
            {
                case "schedule": Schedule(_templates[operation.Text("template")], operation.Text("name")); break;
                case "delete": _scheduler.State.Cache.RemovePod(KeyOf(operation)); break;
                case "addNode" or "updateNode": _scheduler.Set(RecordedScheduler.ObjectOf(operation.GetProperty("node"), "Node")); break;
                case "deleteNode": _scheduler.State.Cache.RemoveNode(operation.Text("name")); break;
                case "addService": _scheduler.Set(RecordedScheduler.ObjectOf(operation.GetProperty("service"), "Service")); break;
                case "deleteService": _scheduler.State.RemoveService(KeyOf(operation)); break;
                case var other: throw new JsonException($"unknown op '{other}'");
            }
        }

        public void CompareFinal()
        {
            foreach (var node in _scheduler.State.Cache.AllNodes)
            {
                long?[] sums =
                [
                    node.PodCount, node.RequestedMilliCpu, node.RequestedMemory, node.RequestedGpu, node.NonZeroMilliCpu,
                    node.NonZeroMemory,
                ];
                if (_expect.GetProperty("final").TryGetProperty(node.Name, out var recorded))
                {
                    Comparison.Same($"final {node.Name}", recorded, sums);
                }
                else Comparison.Same($"final {node.Name}", "absent", "present");
            }

            var count = _expect.GetProperty("final").EnumerateObject().Count();
            Comparison.Same("final nodes", Text(count), Text(_scheduler.State.Cache.AllNodes.Count()));
        }

        private void Schedule(Pod template, string name)
        {
            var pod = template with { Metadata = template.Metadata with { Name = name } };
            var decision = _decider.Decide(pod, _selections);
            if (decision.Host is { } host)
            {
                _selections++;
                _scheduler.State.Cache.AddPod(pod with { Spec = pod.Spec with { NodeName = host.Name } });
            }

            Compare(decision);
            _index++;
        }

        private void Compare(Decision decision)
        {
            var what = $"op {_index}";
            Comparison.Same($"{what} host", _hosts[_index].GetString() ?? "null", decision.Host?.Name ?? "null");
            Comparison.Same($"{what} fit", _fit[_index].GetRawText(), Text(decision.FitCount));
            if (decision.Host is not null)
            {
                Comparison.Same($"{what} ties", _ties[_index].GetRawText(), Text(decision.TieCount));
                Comparison.Same($"{what} max", _max[_index].GetRawText(), Text(decision.TopScore));
            }
            else if (_expect.GetProperty("failures").TryGetProperty(Text(_index), out var failure))
            {
                Comparison.Same(
                    $"{what} failure", failure.GetString()!,
                    decision.Outcome == SchedulingOutcome.NoNodes ? "noNodes" : decision.Outcome.ToString().ToLowerInvariant());
            }
        }

        private static ObjectKey KeyOf(JsonElement operation) => new(operation.Text("namespace"), operation.Text("name"));

        private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
