using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What is measured, not configured: latencies of the API server, the pace of machines and containers.</summary>
internal static class CalibrationShape
{
    private const double SigmaMax = 3;

    private static readonly KeysOf<ControlPlaneDraft> Key = new();

    public static Shape<ControlPlaneDraft> Value { get; } = new("calibration", new ControlPlaneDraft(),
    [
        Key.Duration(
            "callLatencyMedian", "median time of a call on one object (measured: create to bound 7 to 13 ms)",
            o => o.ApiServer.CallLatencyMedian, (o, v) => With(o, o.ApiServer with { CallLatencyMedian = v })),
        Key.Number(
            "callLatencySigma", "standard deviation of the logarithm of call latencies (judgement)", 0, SigmaMax,
            o => o.ApiServer.CallLatencySigma, (o, v) => With(o, o.ApiServer with { CallLatencySigma = v })),
        Key.Duration(
            "listLatencyPerObject", "what each object of a LIST adds (published: hundreds of milliseconds for 1,000 to 2,000 nodes)",
            o => o.ApiServer.ListLatencyPerObject, (o, v) => With(o, o.ApiServer with { ListLatencyPerObject = v })),
        Key.Duration(
            "watchLatencyMedian", "median time from a commit to its delivery to a watcher (measured, as above)",
            o => o.ApiServer.WatchLatencyMedian, (o, v) => With(o, o.ApiServer with { WatchLatencyMedian = v })),
        Key.Number(
            "watchLatencySigma", "standard deviation of the logarithm of watch latencies (judgement)", 0, SigmaMax,
            o => o.ApiServer.WatchLatencySigma, (o, v) => With(o, o.ApiServer with { WatchLatencySigma = v })),
        Key.Integer(
            "callsAtFullSpeed",
            "requests in flight that an API server works on side by side at full speed; with n of them a call takes n / callsAtFullSpeed "
                + "times as long (fitted: a p99 of 205 ms at 400; published for a loaded server: 234 ms, kubemark-5 of 2016-05)",
            1, 1_000_000, o => o.ApiServer.CallsAtFullSpeed, (o, v) => With(o, o.ApiServer with { CallsAtFullSpeed = v })),
        Key.Duration(
            "etcdCommitLatency", "the part of a write that a slow etcd multiplies (judgement)", o => o.Etcd.CommitLatency,
            (o, v) => o with { Etcd = o.Etcd with { CommitLatency = v } }),
        Key.Cycle(
            "compactionInterval",
            "how often the API server compacts the store, up to where it stood one interval before: a watch from before has to list again",
            o => o.Etcd.CompactionInterval, (o, v) => o with { Etcd = o.Etcd with { CompactionInterval = v } }),
        Key.Duration(
            "restartDelay",
            "from the end of a program of the control plane to its next start, beside the back-off of 10 s doubling to 5 min (judgement)",
            o => o.RestartDelay, (o, v) => o with { RestartDelay = v }),
        Key.Flag(
            "imagesPresent", "images are on every node already; otherwise the first pod of an image on a node waits for its pull",
            o => o.Kubelet.ImagesPresent, (o, v) => With(o, o.Kubelet with { ImagesPresent = v })),
        Key.Long(
            "imageBytes", "size of an image (judgement)", 0, o => o.Kubelet.ImageBytes,
            (o, v) => With(o, o.Kubelet with { ImageBytes = v })),
        Key.Number(
            "imagePullBytesPerSecond", "bytes a second that a node pulls (published: Slacker, FAST 2016)", 1, 1e12,
            o => o.Kubelet.ImagePullBytesPerSecond, (o, v) => With(o, o.Kubelet with { ImagePullBytesPerSecond = v })),
        Key.Duration(
            "imagePullOverhead", "what a pull takes beside the transfer (published, as above)", o => o.Kubelet.ImagePullOverhead,
            (o, v) => With(o, o.Kubelet with { ImagePullOverhead = v })),
        Key.Duration(
            "imageCheckDuration",
            "what it takes to learn that an image with pull policy Always (or without a tag) is the registry's still (judgement)",
            o => o.Kubelet.ImageCheckDuration, (o, v) => With(o, o.Kubelet with { ImageCheckDuration = v })),
        Key.Duration(
            "containerStartMin",
            "shortest time to start a pod's containers with the image present (calibrated on the measured runs, tests/README.md)",
            o => o.Kubelet.ContainerStartMin, (o, v) => With(o, o.Kubelet with { ContainerStartMin = v })),
        Key.Duration(
            "containerStartMax", "longest such time; every time between is equally likely (calibrated, as above)",
            o => o.Kubelet.ContainerStartMax, (o, v) => With(o, o.Kubelet with { ContainerStartMax = v })),
        Key.Cycle(
            "relistPeriod", "how often the kubelet looks at its containers (source)", o => o.Kubelet.RelistPeriod,
            (o, v) => With(o, o.Kubelet with { RelistPeriod = v })),
        Key.Duration(
            "containerStopMax", "longest time that containers take to stop when told so (judgement: they handle the signal)",
            o => o.Kubelet.ContainerStopMax, (o, v) => With(o, o.Kubelet with { ContainerStopMax = v })),
        Key.Cycle(
            "statusSweepPeriod", "how often pod statuses that the API server does not show yet are sent again (source)",
            o => o.Kubelet.StatusSweepPeriod, (o, v) => With(o, o.Kubelet with { StatusSweepPeriod = v })),
        Key.Duration(
            "bootDuration",
            "from power on to a kubelet that answers; each boot takes between half and one and a half times as long (judgement)",
            o => o.Kubelet.BootDuration, (o, v) => With(o, o.Kubelet with { BootDuration = v })),
        Key.Duration(
            "loadBalancerMin", "shortest time in which the cloud provisions a load balancer (judgement)", o => o.Cloud.LoadBalancerMin,
            (o, v) => o with { Cloud = o.Cloud with { LoadBalancerMin = v } }),
        Key.Duration(
            "loadBalancerMax", "longest such time; every time between is equally likely (judgement)", o => o.Cloud.LoadBalancerMax,
            (o, v) => o with { Cloud = o.Cloud with { LoadBalancerMax = v } }),
        Key.Duration(
            "proxyRewriteBase", "what a kube-proxy takes to rewrite its rules, with no endpoints (judgement)", o => o.Proxy.RewriteBase,
            (o, v) => o with { Proxy = o.Proxy with { RewriteBase = v } }),
        Key.Duration(
            "proxyRewritePerEndpoint", "what each ready address of the cluster adds to it (judgement)", o => o.Proxy.RewritePerEndpoint,
            (o, v) => o with { Proxy = o.Proxy with { RewritePerEndpoint = v } }),
    ])
    { Check = CheckStart };

    private static void CheckStart(ControlPlaneDraft draft, FieldReader fields)
    {
        CheckBalancer(draft, fields);
        var (min, max) = (draft.Kubelet.ContainerStartMin, draft.Kubelet.ContainerStartMax);
        if (min > max)
        {
            fields.ErrorAt(
                fields.Has("containerStartMin") ? "containerStartMin" : "containerStartMax",
                $"the shortest start of {GoDuration.Format(min)} is longer than the longest of {GoDuration.Format(max)}");
        }
    }

    private static void CheckBalancer(ControlPlaneDraft draft, FieldReader fields)
    {
        var (min, max) = (draft.Cloud.LoadBalancerMin, draft.Cloud.LoadBalancerMax);
        if (min > max)
        {
            fields.ErrorAt(
                fields.Has("loadBalancerMin") ? "loadBalancerMin" : "loadBalancerMax",
                $"the shortest time of {GoDuration.Format(min)} is longer than the longest of {GoDuration.Format(max)}");
        }
    }

    private static ControlPlaneDraft With(ControlPlaneDraft draft, ApiServerOptions options) => draft with { ApiServer = options };

    private static ControlPlaneDraft With(ControlPlaneDraft draft, KubeletOptions options) => draft with { Kubelet = options };
}
