import type { FileReading } from '../imports/index.ts';
import type { Call } from './calls.ts';
import {
  bringImportCall,
  dropImportCall,
  listImportsCall,
  sendImportsCall,
} from './handlers/imports.ts';
import {
  addImageCall,
  changeImageCall,
  listImagesCall,
  removeImageCall,
} from './handlers/pictures.ts';

const pictures = '/works/:id/images';
const picture = `${pictures}/:file`;

/** Pictures of one's own works. */
export const pictureCalls: readonly Call[] = [
  {
    method: 'GET',
    path: pictures,
    summary: 'The pictures of a work, for its creators',
    scope: 'read',
    answer: 'ImageList',
    status: 200,
    query: [],
    handler: listImagesCall,
  },
  {
    method: 'POST',
    path: pictures,
    summary: 'Add a picture to a work',
    scope: 'write',
    body: 'ImageUpload',
    isForm: true,
    answer: 'Image',
    status: 201,
    query: [],
    handler: addImageCall,
  },
  {
    method: 'PATCH',
    path: picture,
    summary: 'Change the words for a picture, or make it the cover',
    scope: 'write',
    body: 'ImagePatch',
    answer: 'Image',
    status: 200,
    query: [],
    handler: changeImageCall,
  },
  {
    method: 'DELETE',
    path: picture,
    summary: 'Remove a picture that no text of the work shows',
    scope: 'write',
    answer: null,
    status: 204,
    query: [],
    handler: removeImageCall,
  },
];

/** Bringing works in: a report first, and works when their owner says so. */
export function importCalls(reading: FileReading): readonly Call[] {
  return [
    {
      method: 'POST',
      path: '/imports',
      summary: 'Read files and report what they would become; bring: 1 brings it in at once',
      scope: 'write',
      body: 'ImportUpload',
      isForm: true,
      answer: 'ImportList',
      status: 200,
      query: [],
      handler: sendImportsCall(reading),
    },
    {
      method: 'GET',
      path: '/imports',
      summary: 'What was read and waits for a yes',
      scope: 'read',
      answer: 'ImportList',
      status: 200,
      query: [],
      handler: listImportsCall,
    },
    {
      method: 'POST',
      path: '/imports/:id/bring',
      summary: 'Bring one of them in, as a draft',
      scope: 'write',
      body: 'ImportYes',
      answer: 'Import',
      status: 200,
      query: [],
      handler: bringImportCall(reading),
    },
    {
      method: 'DELETE',
      path: '/imports/:id',
      summary: 'Throw away what was read',
      scope: 'write',
      answer: null,
      status: 204,
      query: [],
      handler: dropImportCall,
    },
  ];
}
