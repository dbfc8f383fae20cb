using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Wrong input about load, autoscalers and pools: a place, what was found, what is allowed; all at once.</summary>
public sealed class ElasticInputCases
{
    private const string Scenario = """
        scenario: s
        duration: 10m
        clusters:
          - name: c
            zones: [a, b]
            nodePools:
              - { name: p, machineType: n1-standard-4, count: 4, min: 1, max: 4 }
            controlPlane:
              controller-manager: { cloud-provider: gce }
              cluster-autoscaler: { version: 0.3.0 }
            workloads:
              - manifests: [web.yaml]
            applications:
              - { selector: { app: web }, load: { serviceTime: 100ms } }
            traffic:
              - { services: [web], rate: 5 }

        """;

    private const string Web = """
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { selector: { app: web }, ports: [{ port: 80 }] }
        ---
        apiVersion: v1
        kind: ReplicationController
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { app: web }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: c, image: i, resources: { requests: { cpu: 100m } } }] }
        ---
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec: { scaleTargetRef: { kind: ReplicationController, name: web }, minReplicas: 1, maxReplicas: 3 }

        """;

    [Fact]
    public void Without_a_mistake_there_is_nothing_to_say()
    {
        var answer = Validate(Scenario, Web);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error.Replace("0 errors, 0 remarks", "", StringComparison.Ordinal).Trim()));
    }

    [Theory]
    [InlineData(150, "")]
    [InlineData(
        160, "looking at all 160 autoscalers takes 640 calls, 32 s at 20 calls a second; they are due every 30 s, and 1.3 leaves none "
        + "out: each is looked at later and later, then many times in a row. controller-manager: { kube-api-qps: 32 } is enough")]
    public void More_autoscalers_than_a_client_can_look_at_in_time_are_told_once(int count, string remark)
    {
        var more = string.Concat(Enumerable.Range(1, count - 1).Select(number => """
            ---
            apiVersion: autoscaling/v1
            kind: HorizontalPodAutoscaler
            metadata: { name: web-NUMBER }
            spec: { scaleTargetRef: { kind: ReplicationController, name: web }, minReplicas: 1, maxReplicas: 3 }

            """.Replace("NUMBER", $"{number:000}", StringComparison.Ordinal)));
        var answer = Validate(Scenario, Web + more);
        Assert.Equal(remark.Length > 0 ? 2 : 1, answer.Error.Split("autoscalers takes").Length);
        Assert.Contains(remark, string.Join(' ', answer.Error.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>In the scenario | instead | file and place | what is said of it.</summary>
    public static TheoryData<string, string, string, string> Wrong { get; } = new()
    {
        { "max: 4 }", "max: 0 }", "s.yaml:7:", "'0' is too small; allowed are whole numbers from 1 to 100000" },
        { "min: 1, max: 4", "min: 3, max: 2", "s.yaml:7:", "a max of 2 is below the min of 3" },
        { "min: 1, max: 4", "max: 4", "s.yaml:7:", "has max without min; allowed are both or none" },
        { "n1-standard-4", "n1-standart-4", "s.yaml:7:", "no machine type 'n1-standart-4'; did you mean 'n1-standard-4'?" },
        { "count: 4,", "count: 4, zones: [],", "s.yaml:7:", "the list is empty" },
        { "count: 4,", "count: 4, zones: [z],", "s.yaml:7:", "no zone 'z' in cluster 'c'; its zones are a, b" },
        {
            "max: 4 }", "max: 4 }\n      - { name: p-b, machineType: n1-standard-1, count: 2, min: 1, max: 2, zones: [a] }", "s.yaml:8:",
            "its machines and those of pool 'p' would both be of the group 'p-b'"
        },
        {
            "max: 4 }", "max: 4 }\n      - { name: p-b, machineType: n1-standard-1, count: 1 }", "s.yaml:8:",
            "its machines and those of pool 'p' would both be of the group 'p-b'"
        },
        { "count: 4,", "count: 4, power: { idle: 9, peak: 3 },", "s.yaml:7:", "a peak of 3 watts is below the idle 9" },
        { "count: 4,", "count: 4, power: { idle: 9 },", "s.yaml:7:", "peak" },
        { "count: 4,", "count: 4, bootDiskSize: 10,", "s.yaml:7:", "means nothing without bootDisk" },
        { "rate: 5", "rate: 5, objective: { p95: 0s }", "s.yaml:16:", "is zero; allowed are durations above 0" },
        { "rate: 5", "rate: 5, objective: { answered: 2 }", "s.yaml:16:", "found the number 2; allowed is a number from 0 to 1" },
        { "rate: 5", "rate: many", "s.yaml:16:", "many" },
        { "rate: 5", "file: none.csv", "s.yaml:16:", "none.csv" },
        { "serviceTime: 100ms", "metrics: [{ name: q }]", "s.yaml:14:", "tells of requests, and without serviceTime or capacity" },
        { "serviceTime: 100ms", "serviceTime: 100ms, metrics: [{ name: q }, { name: q }]", "s.yaml:14:", "has 'q' 2 times" },
        {
            "serviceTime: 100ms", "serviceTime: 100ms, metrics: [{ name: q, kind: together }]", "s.yaml:14:",
            "is together, and there is no key together that says what its pods share"
        },
        {
            "serviceTime: 100ms", "serviceTime: 100ms, metrics: [{ name: q, together: [{ at: 0s, value: 3 }] }]", "s.yaml:14:",
            "means nothing without kind: together"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_with_its_place(string from, string to, string place, string sentence)
    {
        var answer = Validate(Scenario.Replace(from, to, StringComparison.Ordinal), Web);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(place, answer.Error, StringComparison.Ordinal);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    /// <summary>In either file | instead | what is remarked upon.</summary>
    public static TheoryData<string, string, string> Remarked { get; } = new()
    {
        {
            "requests: { cpu: 100m }", "requests: { memory: 1Mi }",
            "requests no CPU, so that there is nothing to measure its use by: 1.3 never acts"
        },
        {
            "name: web }, minReplicas", "name: wep }, minReplicas",
            "nothing in the scenario is the ReplicationController wep that it scales: it never acts"
        },
        {
            "rate: 5", "rate: 5, calls: [{ service: wep }]",
            "nothing in the scenario creates a service 'wep' in namespace 'default': no call of it is answered"
        },
        { "rate: 5", "rate: 31", "31 requests a second at the peak are more than the 3 pods behind web can ever serve (30 a second)" },
        {
            "metadata: { name: web }\nspec: { scaleTargetRef",
            "metadata: { name: web, annotations: { alpha/target.custom-metrics.podautoscaler.kubernetes.io: "
                + "'{\"items\":[{\"name\":\"qps\",\"value\":\"3\"}]}' } }\nspec: { scaleTargetRef",
            "no application of the scenario has the custom metric qps for pods of ReplicationController web (load: metrics): 1.3 never acts"
        },
    };

    [Theory]
    [MemberData(nameof(Remarked))]
    public void What_never_acts_or_never_suffices_is_remarked_upon(string from, string to, string sentence)
    {
        var answer = Validate(Scenario.Replace(from, to, StringComparison.Ordinal), Web.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(sentence, Flat(answer.Out + answer.Error), StringComparison.Ordinal);
    }

    /// <summary>Of a file | which file | where and what.</summary>
    public static TheoryData<string, string, string> Rows { get; } = new()
    {
        {
            "time,rate\n0,5\n60,many\n", "rate",
            "t.csv:3:2  row 2, column 'rate': 'many' is no number of requests; allowed are numbers from 0"
        },
        { "time,requests\n0,5\n60,-1\n", "rate", "t.csv:3:2  row 2, column 'requests': '-1' is no number of requests" },
        { "when,rate\n0,5\nsoon,6\n", "rate", "t.csv:3:1  row 2, column 'when': the time 'soon' is none" },
        { "name,cpu,memory\nbig,four,16Gi\n", "types", "t.csv:2:2  row 1, column 'cpu': 'four' is no amount" },
        { "name,cpu,memory,price\nbig,4,16Gi,cheap\n", "types", "t.csv:2:4  row 1, column 'price': 'cheap' is no number" },
        {
            "name,cpu,memory,idle_watts,peak_watts\nbig,4,16Gi,some,9\n", "types",
            "t.csv:2:4  row 1, column 'idle_watts': 'some' is no number"
        },
        {
            "name,cpu,memory,idle_watts,peak_watts\nbig,4,16Gi,10,9\n", "types",
            "t.csv:2:5  row 1, column 'peak_watts': 9 watts are less than the idle 10"
        },
        { "cpu,memory\n4,16Gi\n", "types", "t.csv:1:1  has the columns cpu, memory; needed are name (or instance_type)" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rows_that_are_no_numbers_are_told_by_row_and_column(string file, string use, string sentence)
    {
        using var folder = new ScratchFolder();
        folder.Write("t.csv", file);
        folder.Write("web.yaml", Web);
        var scenario = use == "rate"
            ? Scenario.Replace("rate: 5", "file: t.csv", StringComparison.Ordinal)
            : Scenario.Replace("duration: 10m", "duration: 10m\nmachineTypes: t.csv", StringComparison.Ordinal);
        var answer = CommandLine.Run("validate", folder.Write("s.yaml", scenario));
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_it_is_told_at_once()
    {
        var scenario = Scenario.Replace("min: 1, max: 4", "min: 3, max: 2", StringComparison.Ordinal)
            .Replace("rate: 5", "rate: 5, objective: { p95: 0s }", StringComparison.Ordinal);
        var answer = Validate(scenario, Web);
        Assert.Contains("s.yaml:7:", answer.Error, StringComparison.Ordinal);
        Assert.Contains("s.yaml:16:", answer.Error, StringComparison.Ordinal);
        Assert.Contains("2 errors", answer.Error + answer.Out, StringComparison.Ordinal);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static CommandLine.Answer Validate(string scenario, string web)
    {
        using var folder = new ScratchFolder();
        folder.Write("web.yaml", web);
        return CommandLine.Run("validate", folder.Write("s.yaml", scenario));
    }
}
