using System.Text.RegularExpressions;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>
/// Requests that last (BasicLongRunningRequestCheck of 1.3.10, with what <c>?watch=</c> and <c>?follow=</c> really take), and the pulse of
/// the dashboard.
/// </summary>
public static partial class LongRequest
{
    public static bool Is(ServerRequest request) => Path().IsMatch(request.Path) || Query().IsMatch(request.Query);

    [GeneratedRegex("(/|^)((watch|proxy)(/|$)|(logs?|portforward|exec|attach)/?$)|^/simulator/pulse$")]
    private static partial Regex Path();

    [GeneratedRegex("(^|&)(watch|follow)=(?!(0|false)?(&|$))", RegexOptions.IgnoreCase)]
    private static partial Regex Query();
}
