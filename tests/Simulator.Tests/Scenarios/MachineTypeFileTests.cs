using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Sources;
using Xunit;

namespace Simulator.Tests.Scenarios;

public sealed class MachineTypeFileTests
{
    [Fact]
    public void A_file_of_ones_own_gives_size_and_price()
    {
        var type = Read("name,cpu,memory,price\nbig,64,256Gi,2.5\n").Find("big")!;
        Assert.Equal((64, 256L << 30, 2.5), (type.Cpu.Value, type.Memory.Value, type.Price!.PerHour));
        Assert.Equal("types.csv", type.Price.Source);
    }

    [Fact]
    public void The_list_of_aws_has_no_prices_and_keeps_those_that_ship()
    {
        var catalogue = Read("instance_type,vcpu,memory_mib,gpu,arch\na1.large,2,4096,0,arm64\nm5.large,2,8192,0,amd64\n");
        Assert.Null(catalogue.Find("a1.large")!.Price);
        Assert.Equal(4L << 30, catalogue.Find("a1.large")!.Memory.Value);
        Assert.Equal(0.096, catalogue.Find("m5.large")!.Price!.PerHour);
    }

    [Fact]
    public void Offerings_of_several_zones_and_of_spot_make_one_type()
    {
        var type = Read(
            """
            name,arch,cpu,memory,pods,zone,capacity_type,price_usd_h
            c-1x,amd64,1,2Gi,16,a,spot,0.019
            c-1x,amd64,1,2Gi,16,a,on-demand,0.027
            c-1x,amd64,1,2Gi,16,b,on-demand,0.027
            """).Find("c-1x")!;
        Assert.Equal((0.027, 0.019), (type.Price!.PerHour, type.Price.PreemptiblePerHour));
        Assert.Equal(16, type.Capacity.Value(ResourceNames.Pods));
    }

    [Fact]
    public void A_list_of_prices_gives_them_to_types_that_ship()
    {
        var type = Read(
            """
            table,key,usd_per_hour_or_ratio
            predefinedCpuPricePerHour,n1,0.03
            instancePrices,n1-standard-4,0.2
            preemptiblePrices,n1-standard-4,0.05
            """).Find("n1-standard-4")!;
        Assert.Equal((0.2, 0.05, 15L << 30), (type.Price!.PerHour, type.Price.PreemptiblePerHour, type.Memory.Value));
    }

    [Theory]
    [InlineData(
        "name,cpu,memory\nbig,many,2Gi\n",
        "2:2  row 1, column 'cpu': 'many' is no amount; allowed are quantities such as 4, 500m or 16Gi")]
    [InlineData(
        "instance_type,vcpu,memory_mib\nx,2,4096\ny,2,lots\n",
        "3:3  row 2, column 'memory_mib': 'lots' is no number; allowed are numbers from 0")]
    [InlineData("name,cpu,memory,price\nx,2,4Gi,free\n", "2:4  row 1, column 'price': 'free' is no number; allowed are numbers from 0")]
    [InlineData("name,cpu,memory\n,2,4Gi\n", "2:1  row 1, column 'name': is empty; allowed is the name of a machine type")]
    [InlineData(
        "name,cpu,memory\nx,-1,4Gi\n", "2:2  row 1, column 'cpu': '-1' is no amount; allowed are quantities such as 4, 500m or 16Gi")]
    [InlineData(
        "size,price\nx,1\n",
        "1:1  has the columns size, price; needed are name (or instance_type), cpu (or vcpu) and memory (or memory_mib), and price may be "
            + "there")]
    public void What_is_wrong_is_told_with_row_and_column(string text, string expected)
    {
        var diagnostics = new Diagnostics();
        Read(text, diagnostics);
        Assert.EndsWith($"types.csv:{expected}", Assert.Single(diagnostics.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_whose_size_the_list_does_not_know_is_left_out_until_somebody_wants_it()
    {
        using var folder = new ScratchFolder();
        folder.Write("types.csv", "instance_type,vcpu,memory_mib\nx,2,0\ny,2,4096\n");
        var path =
            folder.Write("s.yaml", "machineTypes: types.csv\n" + ScenarioText.With("8>       - { name: p, machineType: x, count: 4 }"));
        Assert.EndsWith(
            "clusters[0].nodePools[0].machineType: the file of machine types says 0 for the CPU or memory of 'x'; allowed are types whose "
                + "size is known",
            Assert.Single(Simulator.Scenarios.Files.ScenarioReader.Read(path).Diagnostics.Errors).ToString(), StringComparison.Ordinal);
        folder.Write("s.yaml", File.ReadAllText(path).Replace("machineType: x", "machineType: y", StringComparison.Ordinal));
        Assert.Empty(Simulator.Scenarios.Files.ScenarioReader.Read(path).Diagnostics.Errors);
    }

    private static MachineCatalogue Read(string text, Diagnostics? diagnostics = null)
    {
        using var folder = new ScratchFolder();
        var catalogue = new MachineCatalogue();
        var own = diagnostics ?? new Diagnostics();
        MachineTypeFile.Read(folder.Write("types.csv", text), catalogue, own);
        if (diagnostics is null) Assert.Empty(own.Errors);
        return catalogue;
    }
}
