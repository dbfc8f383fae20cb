using System.Globalization;

namespace Simulator.Api.Validation;

/// <summary>
/// The limits of one type: min, default request, default, max in this order, resource by resource (ValidateLimitRange in
/// pkg/api/validation/validation.go of 1.3.10).
/// </summary>
internal static class LimitRangeItemRules
{
    /// <summary>Above this amounts are compared in whole units.</summary>
    private const long MilliValueMax = long.MaxValue / 1000;

    public static void Check(LimitRangeItem item, FieldPath path, FieldErrors errors)
    {
        CheckNames(item, item.Max, path.Child("max"), errors);
        CheckNames(item, item.Min, path.Child("min"), errors);
        if (item.Type == LimitType.Pod) RefuseDefaults(item, path, errors);
        else CheckDefaultNames(item, path, errors);
        CheckNames(item, item.MaxLimitRequestRatio, path.Child("maxLimitRequestRatio"), errors);
        foreach (var name in NamesOf(item)) Check(item, name, path, errors);
    }

    private static void CheckDefaultNames(LimitRangeItem item, FieldPath path, FieldErrors errors)
    {
        CheckNames(item, item.Default, path.Child("default"), errors);
        CheckNames(item, item.DefaultRequest, path.Child("defaultRequest"), errors);
    }

    private static void CheckNames(LimitRangeItem item, ResourceList amounts, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, _) in amounts.Amounts)
        {
            if (item.Type == LimitType.Other) ResourceRules.CheckName(name, path.Key(name), errors);
            else ResourceRules.CheckContainerName(name, path.Key(name), errors);
        }
    }

    private static void RefuseDefaults(LimitRangeItem item, FieldPath path, FieldErrors errors)
    {
        const string Why = "may not be specified when `type` is 'Pod'";
        if (item.Default.Amounts.Length > 0) errors.Forbidden(path.Child("default"), Why);
        if (item.DefaultRequest.Amounts.Length > 0) errors.Forbidden(path.Child("defaultRequest"), Why);
    }

    private static IEnumerable<string> NamesOf(LimitRangeItem item)
    {
        ResourceList[] defaults = item.Type == LimitType.Pod ? [] : [item.Default, item.DefaultRequest];
        ResourceList[] lists = [item.Max, item.Min, .. defaults, item.MaxLimitRequestRatio];
        return lists.SelectMany(list => list.Amounts.ToArray()).Select(entry => entry.Key).Distinct().Order(StringComparer.Ordinal);
    }

    private static void Check(LimitRangeItem item, string name, FieldPath path, FieldErrors errors)
    {
        var isPod = item.Type == LimitType.Pod;
        var (min, max) = (Amount(item.Min, name), Amount(item.Max, name));
        var (limit, request) = (isPod ? null : Amount(item.Default, name), isPod ? null : Amount(item.DefaultRequest, name));
        CheckOrder(min, max, path.Child("min").Key(name), min, $"min value {min} is greater than max value {max}", errors);
        var requestPath = path.Child("defaultRequest").Key(name);
        CheckOrder(min, request, requestPath, request, $"min value {min} is greater than default request value {request}", errors);
        CheckOrder(request, max, requestPath, request, $"default request value {request} is greater than max value {max}", errors);
        CheckOrder(
            request, limit, requestPath, request, $"default request value {request} is greater than default limit value {limit}", errors);
        CheckOrder(min, limit, path.Child("default").Key(name), min, $"min value {min} is greater than default value {limit}", errors);
        CheckOrder(limit, max, path.Child("default").Key(name), max, $"default value {limit} is greater than max value {max}", errors);
        if (Amount(item.MaxLimitRequestRatio, name) is { } ratio)
            CheckRatio(ratio, min, max, path.Child("maxLimitRequestRatio").Key(name), errors);
    }

    private static Quantity? Amount(ResourceList amounts, string name) => amounts.TryGet(name, out var amount) ? amount : null;

    /// <param name="shown">The amount that the message repeats.</param>
    private static void CheckOrder(Quantity? small, Quantity? large, FieldPath path, Quantity? shown, string message, FieldErrors errors)
    {
        if (small is { } less && large is { } more && less.CompareTo(more) > 0) errors.Invalid(path, shown!.Value.ToString(), message);
    }

    private static void CheckRatio(Quantity ratio, Quantity? min, Quantity? max, FieldPath path, FieldErrors errors)
    {
        if (ratio.CompareTo(Quantity.FromUnits(1)) < 0) errors.Invalid(path, ratio.ToString(), $"ratio {ratio} is less than 1");
        if (min is not { } low || max is not { } high) return;
        var isFine = ratio.Value < MilliValueMax && low.Value < MilliValueMax && high.Value < MilliValueMax;
        var wanted = isFine ? ratio.MilliValue / 1000d : ratio.Value;
        var possible = isFine ? (double)high.MilliValue / low.MilliValue : (double)high.Value / low.Value;
        if (wanted > possible)
            errors.Invalid(
                path, ratio.ToString(),
                string.Create(CultureInfo.InvariantCulture, $"ratio {ratio} is greater than max/min = {possible:F6}"));
    }
}
