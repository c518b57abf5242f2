import { callOf, os } from '../../core/api.ts';
import * as given from '../service/given-places.ts';
import { acceptPlace, offerPlace } from '../service/offer-place.ts';

const on = os.waitlist;

export const placesApi = {
  givenPlaces: on.givenPlaces.handler(({ context }) => given.givenPlaces(context.ground)),
  previewPlaces: on.previewPlaces.handler(({ context, input }) => given.previewPlaces(context.ground, input)),
  givePlaces: on.givePlaces.handler(({ context, input }) =>
    given.givePlaces(context.ground, callOf(context), input),
  ),
  withdrawPlaces: on.withdrawPlaces.handler(({ context, input }) =>
    given.withdrawPlaces(context.ground, callOf(context), input),
  ),
  places: on.places.handler(({ context, input }) => given.places(context.ground, input.id)),
  offerPlace: on.offerPlace.handler(({ context, input }) =>
    offerPlace(context.ground, callOf(context), input),
  ),
  acceptPlace: on.acceptPlace.handler(({ context, input }) =>
    acceptPlace(context.ground, callOf(context), input),
  ),
};
