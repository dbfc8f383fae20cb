using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>
/// The formats of published traces on rows made by hand after their descriptions: name, arrival after the first, duration, CPU, memory in
/// MiB, node in the trace.
/// </summary>
public sealed class TraceFormatCases
{
    public static TheoryData<string, string, string, string> Tables => new()
    {
        {
            // Two runs of one task (evicted between them), one that was killed before it ran, one that was there before and never ends.
            "google2011", "task_events.csv",
            """
            0,2,9,0,m1,1,u,2,9,0.5,0.25,0,
            600000000,,1,0,,0,u,0,0,0.125,0.0625,0,0
            600000000,,2,0,,0,u,0,0,0.1,0.1,0,0
            605000000,,1,0,m1,1,u,0,0,0.125,0.0625,0,0
            610000000,,2,0,,5,u,0,0,0.1,0.1,0,0
            625000000,,1,0,m1,2,u,0,0,0.125,0.0625,0,0
            630000000,,1,0,,0,u,0,0,0.125,0.0625,0,0
            640000000,,1,0,m2,1,u,0,0,0.125,0.0625,0,0
            700000000,,1,0,m2,4,u,0,0,0.125,0.0625,0,0
            """,
            "9-0 0  32 65536 | 1-0 600 20 8 16384 | 1-0 630 60 8 16384"
        },
        {
            "google2019", "instance_events.json",
            Instance(600, "\"SUBMIT\"", 7, 0) + Instance(601, "\"SCHEDULE\"", 7, 0) + Instance(602, "\"SUBMIT\"", 8, 1)
                + Instance(611, "6", 7, 0),
            "7-0 0 10 8 16384"
        },
        {
            "alibaba2017", "batch_task.csv", "10,25,1,1,2,Terminated,50,0.0078125\n12,12,2,1,1,Waiting,50,0.01\n",
            "1-1-1 0 15 0.5 2048 | 1-1-2 0 15 0.5 2048"
        },
        {
            "alibaba2017", "container_event.csv",
            "ts,event,instance_id,machine_id,plan_cpu,plan_mem,plan_disk,cpuset\n"
                + "0,Create,c1,m1,4,0.03125,0.1,1|2\n9,Create,c1,m1,4,0.03125,0.1,1|2\n", "c1 0  4 8192"
        },
        {
            "alibaba2018", "batch_task.csv",
            "M1,2,j_1,1,Terminated,100,160,150,0.5\nR2,1,j_1,1,Running,120,0,100,0.5\nR3,1,j_1,1,Waiting,,,100,0.5\n",
            "j_1-M1-1 0 60 1.5 1966.08 | j_1-M1-2 0 60 1.5 1966.08 | j_1-R2 20  1 1966.08"
        },
        { "alibaba2018", "container_meta.csv", "c_1,m_1,0,app_1,started,400,400,1.5625\n", "c_1 0  4 6144" },
        {
            // One state after the other of c_1: its earliest row counts. c_3 was never seen to run.
            "alibaba2018", "container_meta.csv",
            """
            container_id,machine_id,time_stamp,app_du,status,cpu_request,cpu_limit,mem_size
            c_1,m_1,300,app_1,started,800,800,1.5625
            c_1,m_1,100,app_1,started,400,400,1.5625
            c_2,m_1,250,app_1,allocated,400,400,1.5625
            c_1,m_1,400,app_1,stop,400,400,1.5625
            c_3,m_1,400,app_1,stop,400,400,1.5625
            """,
            "c_1 0  4 6144 | c_2 150  4 6144"
        },
        {
            "azure", "vmtable.csv",
            "vm id,subscription id,deployment id,vm created,vm deleted,max cpu,avg cpu,p95 max cpu,vm category,cores,vm memory\n"
                + "vm1,s1,d1,0,2591700,99,3,10,Delay-insensitive,1,1.75\nvm2,s1,d1,300,600,99,3,10,Interactive,>24,>64\n",
            "vm1 0 2591700 1 1792 | vm2 300 300 30 71680"
        },
        {
            "philly", "philly.csv",
            "timestamp,duration,num_gpus,gpu_time,cluster\n2017-10-09 07:01:55,66.0,1,66.0,11cb48\n2017-10-09 "
                + "06:13:03,2951.0,2,5902.0,6214e9\n",
            "row-3 0 2951 0 0 | row-2 2932 66 0 0"
        },
        {
            "philly-log", "cluster_job_log",
            """
            [{"status":"Pass","vc":"v1","jobid":"a1","submitted_time":"2017-10-09 07:00:00","user":"u",
              "attempts":[{"start_time":"2017-10-09 07:00:10", "end_time":"2017-10-09 07:01:10",
              "detail":[{"ip":"m1","gpus":["gpu0","gpu1"]}]}]},
             {"status":"Killed","vc":"v1","jobid":"a2","submitted_time":"2017-10-09 07:00:00","user":"u","attempts":[]}]
            """,
            "a1 0 60 0 0"
        },
        {
            "gwf", "grid.gwf",
            "# Site: x\n; Also: y\n1 5 2 30 2 -1 1024 2 -1 -1 1 u g e q p s s -1 -1 -1 -1 -1 -1 -1 -1 -1 v p\n"
                + "2 6 2 -1 2 -1 -1 2 -1 -1 0 u g e q p s s -1 -1 -1 -1 -1 -1 -1 -1 -1 v p\n",
            "1 0 30 2 2"
        },
        {
            "gwf-opendc", "trace.gwf",
            "WorkflowID, JobID , SubmitTime, RunTime, NProcs, ReqNProcs, Dependencies\n0  , 1 , 16 , 11 , 1 , 2 , 3 4\n", "0-1 0 11 2 0"
        },
        {
            "opendc", "tasks.csv",
            "id,submission_time,duration,cpu_count,cpu_capacity,mem_capacity\n1019,1376314546000,2592000,1,2926.0,1024\n",
            "1019 0 2592 1 1024"
        },
        {
            "bitbrains", "7.csv",
            "Timestamp [ms];\tCPU cores;\tCPU capacity provisioned [MHZ];\tCPU usage [MHZ];\tCPU usage [%];\tMemory capacity provisioned "
                + "[KB]\n"
                + "1376314846;\t4;\t11703;\t10;\t0.1;\t1048576.0\n1376315146;\t4;\t11703;\t10;\t0.1;\t2097152.0\n",
            "7 0 600 4 2048"
        },
        {
            "bitbrains", "8.csv",
            "\"Timestamp\";\"CPU cores\";\"CPU capacity provisioned [MHZ]\";\"Memory capacity provisioned [KB]\"\n"
                + "\"2015-12-04 13:10:10\";\"2\";\"0\";\"1048576\"\n\"2015-12-04 13:15:10\";\"2\";\"0\";\"1048576\"\n",
            "8 0 600 2 1024"
        },
        {
            "google2011-tasks", "tasks.csv", "0;10;0;u;2;10;2506186271862;-1;0.125;0.0625\n", "10-0 0 2506186.271862 8 16384"
        },
        {
            "swf", "jobs.swf",
            "; note\n0 0.0 -0.0 88.51 2 -1 512 2 149.0 -1 1 1 1 -1 -1 -1 -1 -1\n1 1 -1 9 1 -1 -1 1 -1 -1 3 1 1 -1 -1 -1 -1 -1\n"
                + "2 2 -1 -1 1 -1 -1 1 -1 -1 5 1 1 -1 -1 -1 -1 -1\n",
            "0 0 88.51 2 1"
        },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Rows_become_pods(string format, string file, string text, string expected)
    {
        using var folder = new ScratchFolder();
        folder.Write(file, text);
        var answer = TraceCases.Trace(
            folder, file, "--format", format, "--machines", "4", "--cpu", "96", "--memory", "512Gi", "--gpus", "8", "--queue",
                "first-come");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        Assert.Equal(expected.Split(" | "), TraceCases.Pods(folder).Select(Written));
    }

    [Fact]
    public void Machines_of_a_trace_are_read_by_its_own_table()
    {
        using var folder = new ScratchFolder();
        folder.Write("pods.csv", "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec\na,1000,10,1,500,T4|P100\nb,1000,10,1,500,V100\n");
        folder.Write("nodes.csv", "sn,cpu_milli,memory_mib,gpu,model\nn1,32000,1024,0,\nn2,32000,1024,2,P100\n");
        var answer = TraceCases.Trace(
            folder, "pods.csv", "--format", "openb", "--nodes", Path.Combine(
                folder.Path, "nodes.csv"), "--place", "best-fit", "--queue", "drop");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Equal(
            ["a placed n2", "b rejected "],
            TraceCases.Pods(folder).Select(row => $"{row[0]} {row[3]} {row[6]}").Order(StringComparer.Ordinal));
        Assert.Contains("no node has the GPU model that it asks for", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Replicas_of_recorded_objects_come_and_go()
    {
        using var folder = new ScratchFolder();
        folder.Write("trace.json", """
            {"version":3,"config":{},"tracked_objects":{},
            "pod_lifecycles":{"v1.Pod":{"d/one":{"1":[{"start_ts":100,"end_ts":130}]}}},"events":[
            {"ts":100,"applied_objs":[{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"namespace":"d","name":"web"},
              "spec":{"replicas":2,"template":{"spec":{"containers":[{"resources":{"requests":{"cpu":"250m","memory":"64Mi"}}}]}}}},
             {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"d","name":"one"},
              "spec":{"containers":[{"resources":{"limits":{"cpu":1}}}]}}],
             "deleted_objs":[]},
            {"ts":160,"applied_objs":[{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"namespace":"d","name":"web"},
              "spec":{"replicas":1,"template":{"spec":{"containers":[{"resources":{"requests":{"cpu":"250m","memory":"64Mi"}}}]}}}}],
              "deleted_objs":[]},
            {"ts":170,"applied_objs":[],"deleted_objs":[{"apiVersion":"apps/v1","kind":"Deployment",
              "metadata":{"namespace":"d","name":"web"},
              "spec":{"template":{"spec":{"containers":[]}}}}]}]}
            """);
        Assert.Equal(
            ExitCode.Done, TraceCases.Trace(folder, "trace.json", "--format", "simkube", "--machines", "1", "--cpu", "4").ExitCode);
        Assert.Equal(
            ["one 0 30 1 0", "web-1 0 70 0.25 64", "web-2 0 60 0.25 64"],
            TraceCases.Pods(folder).Select(Written).Order(StringComparer.Ordinal));
    }

    /// <summary>{"events": [{"ts": 7, "applied_objs": [Pod a], "deleted_objs": []}]} as MessagePack.</summary>
    [Fact]
    public void A_packed_trace_is_read_as_it_is()
    {
        using var folder = new ScratchFolder();
        byte[] packed =
        [
            0x81, .. Text("events"), 0x91, 0x83, .. Text("ts"), 0x07, .. Text("deleted_objs"), 0x90, .. Text("applied_objs"), 0x91, 0x83,
            .. Text("kind"), .. Text("Pod"), .. Text("metadata"), 0x81, .. Text("name"), .. Text("a"), .. Text("spec"), 0x81,
            .. Text("containers"), 0x90,
        ];
        File.WriteAllBytes(Path.Combine(folder.Path, "a.sktrace"), packed);
        Assert.Equal(ExitCode.Done, TraceCases.Trace(folder, "a.sktrace", "--format", "simkube", "--machines", "1", "--cpu", "4").ExitCode);
        Assert.Equal(["a 0  0 0"], TraceCases.Pods(folder).Select(Written));
        File.WriteAllBytes(Path.Combine(folder.Path, "cut.sktrace"), packed[..^4]);
        var cut = TraceCases.Trace(folder, "cut.sktrace", "--format", "simkube", "--machines", "1", "--cpu", "4");
        Assert.Equal(ExitCode.WrongInput, cut.ExitCode);
        Assert.Contains("the file ends in the middle of a value", cut.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_is_listed_and_its_map_can_be_read()
    {
        var answer = CommandLine.Run("trace", "--formats");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        foreach (var name in Simulator.Scenarios.Traces.TraceFormat.Names)
        {
            Assert.Contains(name, answer.Out, StringComparison.Ordinal);
            Assert.NotNull(Simulator.Scenarios.Traces.TraceFormat.Find(name, new()));
        }
    }

    /// <summary>A line of instance_events; of collection type 1 it is a reservation.</summary>
    internal static string Instance(int seconds, string type, int collection, int collectionType) =>
        $"{{\"time\":\"{seconds}000000\",\"type\":{type},\"collection_id\":\"{collection}\",\"instance_index\":\"0\","
        + $"\"collection_type\":\"{collectionType}\",\"machine_id\":\"5\","
        + "\"resource_request\":{\"cpus\":0.125,\"memory\":0.0625}}\n";

    private static IEnumerable<byte> Text(string text) => [(byte)(0xA0 | text.Length), .. System.Text.Encoding.UTF8.GetBytes(text)];

    internal static string Written(string[] row)
    {
        var mebibytes = double.Parse(row[9], System.Globalization.CultureInfo.InvariantCulture) / (1 << 20);
        return FormattableString.Invariant($"{row[0]} {row[2]} {row[7]} {row[8]} {Math.Round(mebibytes, 2)}");
    }
}
