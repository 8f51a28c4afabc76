using CreatorCRM.Server.GraphQL;
using Microsoft.AspNetCore.Builder;

namespace CreatorCRM.Server.Tests.GraphQL;

/// <summary>A schema with a mistake does not start.</summary>
public sealed class SchemaAssemblyTests
{
    [Fact]
    public void A_field_declared_by_two_slices_stops_the_start() =>
        Start(typeof(FirstSlice), typeof(SecondSlice)).ShouldContain("Query.same is declared twice");

    [Fact]
    public void A_service_that_nobody_registered_does_not_become_an_argument() =>
        Start(typeof(ForgottenService)).ShouldContain("neither a registered service nor an input");

    [Fact]
    public void A_slice_that_is_not_static_is_refused() => Start(typeof(InstanceSlice)).ShouldContain("must be a static class");

    [Fact]
    public void An_instant_without_its_offset_has_no_scalar() => Start(typeof(LocalTime)).ShouldContain("instants are DateTimeOffset");

    [Fact]
    public void A_patch_whose_value_could_not_be_null_is_refused() => Start(typeof(HalfPatch)).ShouldContain("write Optional<Int32?>");

    private static string Start(params Type[] slices)
    {
        var builder = WebApplication.CreateSlimBuilder();
        return Should.Throw<Exception>(() =>
        {
            builder.Services.AddGraphQLHost(options =>
            {
                options.Types.Clear();
                foreach (var slice in slices) options.Types.Add(slice);
            });
            using var app = builder.Build();
            app.MapGraphQLHost("/graphql");
        }).ToString();
    }

    [QueryRoot]
    public static class FirstSlice
    {
        public static string? Same() => null;
    }

    [QueryRoot]
    public static class SecondSlice
    {
        public static string? Same() => null;
    }

    [QueryRoot]
    public static class ForgottenService
    {
        public static string? Field(SchemaAssemblyTests service) => service.ToString();
    }

    [QueryRoot]
    public class InstanceSlice
    {
        public static string? Field() => null;
    }

    [QueryRoot]
    public static class LocalTime
    {
        public static DateTime? Field() => null;
    }

    [QueryRoot]
    public static class HalfPatch
    {
        public static string? Field(HalfInput input) => input.ToString();
    }

    public sealed record HalfInput(Optional<int> Age);
}
