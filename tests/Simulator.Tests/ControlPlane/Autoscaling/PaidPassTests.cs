using Simulator.Api;
using Simulator.ControlPlane.Autoscaling;
using Simulator.ControlPlane.Autoscaling.Horizontal;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Xunit;

namespace Simulator.Tests.ControlPlane.Autoscaling;

/// <summary>
/// Passes whose calls are paid for are answered at once, and where nothing has changed they repeat the one before; they come to the same as
/// those that wait for each answer.
/// </summary>
public sealed class PaidPassTests
{
    private const int Ticks = 800;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Paid_calls_and_calls_one_by_one_come_to_the_same(ulong seed)
    {
        var (paid, single) = (new Host(seed, isPaid: true), new Host(seed, isPaid: false));
        for (var tick = 1; tick <= Ticks; tick++)
        {
            paid.Tick(tick);
            single.Tick(tick);
        }

        Assert.Equal(single.Notes, paid.Notes);
        Assert.Equal(single.Sent, paid.Sent);
        Assert.Equal(single.Statuses, paid.Statuses);
        Assert.True(paid.Notes.Count > Ticks);
        Assert.InRange(paid.Repeats, 25, Ticks);
        Assert.Equal(0, single.Repeats);
        Assert.All(
            [HorizontalNoteKind.Stays, HorizontalNoteKind.Rescaled, HorizontalNoteKind.Failed],
            kind => Assert.Contains(paid.Notes, note => note.StartsWith(kind.ToString(), StringComparison.Ordinal)));
    }

    /// <summary>One autoscaler, its target and its pods; every tick something else has changed, or nothing.</summary>
    private sealed class Host : IMetricsServer, IPaidCalls
    {
        private readonly SimulatedApiServer _server = new(new ObjectStore(), new RandomStream(1));
        private readonly HorizontalController _controller = new(new HorizontalOptions(), Instant.Start, new NameOrder());
        private readonly Queue<WatchEvent> _watched = [];
        private readonly RandomStream _random;
        private readonly bool _isPaid;
        private Instant _now;
        private long _milli = 100;
        private HorizontalNote? _last;
        private MetricsAnswer? _answer;
        private (IReadOnlyList<ApiObject> Pods, long Milli, Instant Stamp) _answered;

        public Host(ulong seed, bool isPaid)
        {
            (_random, _isPaid, _server.MetricsServer) = (new RandomStream(seed), isPaid, this);
            _server.Store.Put(Web(replicas: 4));
            for (var i = 0; i < 4; i++) _server.Store.Put(Pod(i, PodPhase.Running));
            var scaler = _server.Store.Put(Stories.Autoscalers.Of("web", max: 9, min: 2));
            _controller.Know([(HorizontalPodAutoscaler)scaler]);
            _server.Store.Committed += commit =>
            {
                if (commit.Object is HorizontalPodAutoscaler) _watched.Enqueue(commit);
            };
        }

        public List<string> Notes { get; } = [];

        public List<string> Sent { get; } = [];

        public List<HorizontalPodAutoscalerStatus> Statuses { get; } = [];

        public int Left { get; private set; }

        /// <summary>Passes that came to the very note of the one before.</summary>
        public int Repeats { get; private set; }

        public void Tick(int number)
        {
            _now = Instant.FromSeconds(30 * number);
            Change();
            _controller.Wake(_now);
            AnswerAll();
            List<HorizontalNote> notes = [];
            _controller.TakeNotes(notes);
            foreach (var note in notes)
            {
                if (ReferenceEquals(note, _last)) Repeats++;
                _last = note;
                Notes.Add(
                    $"{note.Kind} {note.Current} {note.Wanted} {note.CpuUtilization} {note.Timestamp} {note.Reason} {note.StatusFault}");
            }

            Statuses.Add(_server.Store.Find<HorizontalPodAutoscaler>("HorizontalPodAutoscaler", new ObjectKey("default", "web"))!.Status);
        }

        public bool TryAnswer(ApiRequest request, out ApiResponse response)
        {
            response = default;
            if (Left == 0) return false;
            Left--;
            response = _server.Execute(request, _now);
            return true;
        }

        /// <summary>A sample lasts five ticks, and the same of the same pods is one instance.</summary>
        public MetricsAnswer Answer(PodMetricsRequest request, Instant now)
        {
            var listed = _server.PodsOf(new ListPodsRequest(request.Namespace, request.Selector));
            var asked = (listed, _milli, Instant.FromSeconds((now - Instant.Start).Ticks / TimeSpan.FromSeconds(150).Ticks * 150));
            if (_answer is not null && asked == _answered) return _answer;
            var pods = listed.Cast<Pod>().Where(pod => pod.Status.Phase == PodPhase.Running).ToList();
            _answered = asked;
            return _answer = new MetricsAnswer { Pods = new CpuSample(asked.Item3, pods, [.. pods.Select(_ => _milli)], pods.Count) };
        }

        public MetricsAnswer Answer(CustomMetricRequest request, Instant now) => new();

        private void AnswerAll()
        {
            List<ApiRequest> requests = [];
            do
            {
                if (requests.Count == 0 && _watched.TryDequeue(out var change)) _controller.Deliver(change, _now);
                _controller.TakeRequests(requests);
                if (requests.Count == 0) continue;
                var next = requests[0];
                requests.RemoveAt(0);
                if (next is EventRequest told) Sent.Add($"{_now} {told.Reason} {told.Message}");
                else Complete(_server.Execute(next, _now));
                _controller.TakeRequests(requests);
            }
            while (requests.Count > 0 || _watched.Count > 0);
        }

        private void Complete(ApiResponse response)
        {
            Left = response.Request is GetScaleRequest { CallsAfter: var calls } ? calls : 0;
            if (_isPaid && Left > 0) _controller.Complete(response, this, _now);
            else _controller.Complete(response, _now);
            Left = 0;
        }

        private void Change()
        {
            switch (_random.NextInt(10))
            {
                case 0: _milli = _random.NextInt(400); break;
                case 1: _server.Store.Put(Pod(_random.NextInt(12), _random.NextInt(4) == 0 ? PodPhase.Pending : PodPhase.Running)); break;
                case 2: _server.Store.Put(Pod(_random.NextInt(12), PodPhase.Failed)); break;
                case 3: _server.Store.Put(Web(_random.NextInt(12))); break;
                case 4 when _random.NextInt(5) == 0: Forget(); break;
            }
        }

        private void Forget()
        {
            foreach (var pod in _server.Store.List("Pod").Where(pod => ((Pod)pod).Status.Phase != PodPhase.Running))
            {
                _server.Store.Remove(pod);
            }
        }

        private static PodSpec Spec { get; } = new()
        {
            Containers =
            [
                new Container { Name = "web", Image = "web", Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(200))) },
            ],
        };

        private static ReplicationController Web(int replicas) => new()
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Replicas = replicas,
            Selector = LabelSet.Empty.With("app", "web"),
            Template = new PodTemplate { Labels = LabelSet.Empty.With("app", "web"), Spec = Spec },
            Status = new ReplicaStatus { Replicas = replicas },
        };

        private static Pod Pod(int number, PodPhase phase) => new()
        {
            Metadata = new ObjectMeta
            {
                Name = $"web-{number}",
                Namespace = "default",
                Uid = $"uid-{number}",
                Labels = LabelSet.Empty.With("app", "web"),
            },
            Spec = Spec,
            Status = new PodStatus { Phase = phase },
        };
    }
}
