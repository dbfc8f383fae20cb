using Simulator.Reports.Measures;
using Simulator.Reports.Tables;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class TableTests
{
    [Fact]
    public void Time_series_has_a_row_a_second_and_holds_what_happened_up_to_it()
    {
        var lines = Lines(RunTables.WriteTimeSeries);
        Assert.Equal(
            "time_s,desired,ready,ready_min,ready_max,serving,serving_min,serving_max,usable,usable_min,usable_max,pending_pods,"
                + "pending_pods_min,pending_pods_max,nodes_ready,nodes_ready_min,nodes_ready_max,nodes_marked,nodes_evicted,pods_za,"
                + "cpu_za,memory_za,pods_zb,cpu_zb,memory_zb",
            lines[0]);
        Assert.Equal(1002, lines.Length);
        Assert.Equal("0,2,2,2,2,2,2,2,2,2,2,0,0,0,2,2,2,0,0,1,0.25,0.1,1,0.25,0.1", lines[1]);
        Assert.Equal("99,2,2,2,2,2,2,2,2,2,2,0,0,0,2,2,2,0,0,1,0.25,0.1,1,0.25,0.1", lines[100]);
        Assert.Equal("100,2,2,2,2,1,1,2,1,1,2,0,0,0,2,2,2,0,0,1,0.25,0.1,1,0.25,0.1", lines[101]);
        Assert.Equal("403,2,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,0.25,0.1,1,0.25,0.1", lines[404]);
        Assert.Equal("1000,2,2,2,2,2,2,2,2,2,2,0,0,0,1,1,1,1,1,0,0,0,2,0.5,0.2", lines[1001]);
    }

    [Fact]
    public void Pods_are_those_that_something_happened_to()
    {
        string[] expected =
        [
            "cluster,pod,owner,node,zone,created_s,bound_s,ready_s,stopped_serving_s,not_ready_s,deletion_marked_s,removed_s",
            "east,default/p1,default/w,n1,za,0,0,0,100,141,401,441",
            "east,default/p3,default/w,n2,zb,402,404,407,,,,",
        ];
        Assert.Equal(expected, Lines((text, run) => RunTables.WritePods(text, run)));
    }

    [Fact]
    public void Nodes_are_all_nodes()
    {
        string[] expected =
        [
            "cluster,node,zone,cpu_m,memory_bytes,pods_at_end,down_s,marked_s,back_s,ready_again_s,first_evicted_s,last_evicted_s,"
                + "pods_evicted,removed_s",
            "east,n1,za,1000,4000,0,100,140,,,400,400,1,",
            "east,n2,zb,1000,4000,2,,,,,,,0,",
        ];
        Assert.Equal(expected, Lines(RunTables.WriteNodes));
    }

    [Fact]
    public void Events_leave_out_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("events");
        TinyRun.Write(folder.FullName, TinyRun.ZoneLoss);
        var lines = File.ReadAllLines(Path.Combine(folder.FullName, "events.csv"));
        folder.Delete(true);
        Assert.Equal("time_s,cluster,kind,subject,other,value,extra", lines[0]);
        Assert.Equal("100,east,OutageStarted,za,PowerLoss,0,0", lines[1]);
        Assert.Equal("1000,east,RunEnded,east,,0,0", lines[^1]);
        Assert.Equal(18, lines.Length);
    }

    private static string[] Lines(Action<TextWriter, RunRecorder> write)
    {
        using var text = new StringWriter();
        write(text, TinyRun.Record(TinyRun.ZoneLoss));
        return text.ToString().TrimEnd('\n').Split('\n');
    }
}
