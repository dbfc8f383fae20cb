using CsCheck;
using Simulator.Api;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Lists of addresses in pieces against plain sorted lists, over random additions and removals.</summary>
public sealed class AddressListTests
{
    private static readonly Comparer<EndpointAddress> Order = Comparer<EndpointAddress>.Create(AddressList.Compare);

    [Fact]
    public void Are_what_sorted_lists_are() =>
        Gen.Select(Gen.Int[0, 299], Gen.Frequency((3, Gen.Const(true)), (2, Gen.Const(false)))).Array[1, 500].Sample(Replay, iter: 200);

    [Fact]
    public void Are_the_same_however_they_came_to_be() => Gen.Select(Gen.Int[0, 120].Array, Gen.Int[0, 120].Array).Sample((left, right) =>
    {
        var (one, other) = (left.Distinct().Select(Number).ToList(), right.Distinct().Select(Number).ToList());
        var grown = one.Aggregate(AddressList.Empty, static (list, address) => list.With(address));
        Assert.True(grown.SameAs(Made(one)) && Made(one).SameAs(grown));
        Assert.Equal(one.ToHashSet().SetEquals(other), grown.SameAs(Made(other)));
        foreach (var address in one.Skip(1)) grown = grown.Without(address);
        Assert.True(grown.SameAs(Made([.. one.Take(1)])));
    });

    private static void Replay((int Number, bool IsMore)[] steps)
    {
        var (list, plain) = (AddressList.Empty, new SortedSet<EndpointAddress>(Order));
        foreach (var (number, isMore) in steps)
        {
            var address = Number(number);
            Assert.Equal(plain.Contains(address), list.Contains(address));
            if (!isMore)
            {
                list = list.Without(address);
                plain.Remove(address);
            }
            else if (plain.Add(address))
            {
                list = list.With(address);
            }

            Assert.Equal(plain, list);
            Assert.Equal(plain, Enumerable.Range(0, list.Count).Select(index => list[index]));
            Assert.Equal(plain.All(static one => one.Hostname.Length == 0), IsAccepted(list));
        }
    }

    /// <summary>Host names of these numbers are refused.</summary>
    private static bool IsAccepted(AddressList list) => list.Count == 0 || Simulator.Api.Validation.ObjectRules.OnCreate(new Endpoints
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
        Subsets = [new EndpointSubset(list, [], [new EndpointPort("", 80, "TCP")])],
    }).Count == 0;

    private static AddressList Made(List<EndpointAddress> addresses) => AddressList.Of([.. addresses.Order(Order)]);

    private static EndpointAddress Number(int number) =>
        new($"10.0.{number / 50}.{number % 50}", $"p{number}", $"u{number}", number % 97 == 3 ? "Wrong" : "");
}
