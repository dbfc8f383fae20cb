using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Evictions;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>One call of the eviction subresource: its answer, what it wrote and what it deleted.</summary>
public sealed class EvictionKind : IConformanceKind
{
    public string Kind => "eviction-1.20";

    public string? Difference(JsonElement recording)
    {
        var store = new Store(recording);
        var answer = new EvictionRule(store, RecordedText.Now).Evict(new EvictionRequest(
            new ObjectKey(RecordedPod.Namespace, "p"), recording.Bool("requestHasResourceVersionPrecondition"), recording.Bool("dryRun")));
        var causes = recording.List("expectedCauses").Select(cause => $"{cause.Text("reason")} {cause.Text("message")}");
        return RecordedText.FirstDifference(
            ("result", ResultOf(answer), recording.Text("expectedResult")),
            ("code", $"{(answer.IsSuccess ? 0 : answer.Code)}", $"{recording.Int("expectedCode")}"),
            ("reason", answer.Reason, recording.Text("expectedReason")),
            ("message", answer.Message, recording.Text("expectedMessage")),
            ("causes", answer.Cause.Length > 0 ? $"DisruptionBudget {answer.Cause}" : "", RecordedText.Lines(causes)),
            ("budget", RecordedText.Of(store.Written), RecordedText.OfField(recording, "expectedPDBStatusUpdate")),
            ("deletes", RecordedText.Of(store.Deletes), RecordedText.OfField(recording, "expectedDeleteCalls")));
    }

    private static string ResultOf(EvictionAnswer answer) =>
        answer.IsSuccess ? "Success" : answer == EvictionAnswer.SeveralBudgets ? "Failure" : "error";

    private sealed class Store(JsonElement recording) : IEvictionStore
    {
        private readonly List<PodDisruptionBudget> _budgets = [.. recording.List("podDisruptionBudgets").Select(Read)];
        private int _deleteConflicts = recording.Int("deleteConflictsFirst");
        private int _writeConflicts = recording.Int("pdbUpdateConflictsFirst");

        public List<object> Deletes { get; } = [];

        public object? Written { get; private set; }

        public Pod? Pod(ObjectKey key)
        {
            var pod = recording.GetProperty("pod");
            var ready = pod.Text("readyCondition");
            return new Pod
            {
                Metadata = new ObjectMeta
                {
                    Name = key.Name,
                    Namespace = key.Namespace,
                    Labels = pod.Labels("labels"),
                    DeletionTimestamp = pod.Bool("deleting") ? RecordedText.Now : null,
                },
                Status = new PodStatus
                {
                    Phase = RecordedPod.Phase(pod.Text("phase")),
                    Ready = ready.Length == 0 ? null : new Condition(Enum.Parse<ConditionStatus>(ready), "", null),
                },
            };
        }

        public IReadOnlyList<PodDisruptionBudget> Budgets(string inNamespace) => _budgets;

        public ApiResult WriteStatus(PodDisruptionBudget budget)
        {
            if (_writeConflicts-- > 0) return ApiResult.Conflict;
            Written = RecordedBudget.Write(budget.Status);
            return ApiResult.Ok;
        }

        public ApiResult Delete(Pod pod, bool isExact, bool isDryRun)
        {
            var isConflict = _deleteConflicts-- > 0;
            Deletes.Add(new { resourceVersionPrecondition = isExact, dryRun = isDryRun, conflict = isConflict });
            return isConflict ? ApiResult.Conflict : ApiResult.Ok;
        }

        private static PodDisruptionBudget Read(JsonElement budget)
        {
            var read = RecordedBudget.Read(
                budget.Text("name"), budget.GetProperty("spec"), budget.GetProperty("status"), budget.Int("generation"));
            var evicted = read.Status.DisruptedPods.ToDictionary();
            for (var i = 0; i < budget.IntOr("disruptedPodsFiller", 0); i++) evicted.Add($"filler-{i}", RecordedText.Now);
            return read with { Status = read.Status with { DisruptedPods = evicted } };
        }
    }
}
